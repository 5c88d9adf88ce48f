package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.clock.DeadlineHandler;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The morning of a reminder has come. */
@Component
class ReminderDeadline implements DeadlineHandler {

    private final Reminding reminding;

    ReminderDeadline(Reminding reminding) {
        this.reminding = reminding;
    }

    @Override
    public String kind() {
        return RoundDeadlines.REMINDER;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        reminding.remindDue(RoundDeadlines.roundOf(subject));
    }
}
