package de.foerderkreis.stakeholder.followup;

import de.foerderkreis.platform.clock.DeadlineHandler;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings a postponed follow-up back when its day begins. */
@Component
class FollowUpDeadline implements DeadlineHandler {

    static final String KIND = "follow-up.resume";

    private final FollowUpDesk desk;

    FollowUpDeadline(FollowUpDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        desk.resume(UUID.fromString(subject));
    }
}
