package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.clock.DeadlineHandler;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The due day of a round is over. */
@Component
class ClosingDeadline implements DeadlineHandler {

    private final RoundClosing closing;

    ClosingDeadline(RoundClosing closing) {
        this.closing = closing;
    }

    @Override
    public String kind() {
        return RoundDeadlines.CLOSING;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        closing.closeDue(RoundDeadlines.roundOf(subject), dueAt);
    }
}
