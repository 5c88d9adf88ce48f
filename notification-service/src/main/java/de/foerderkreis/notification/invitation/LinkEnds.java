package de.foerderkreis.notification.invitation;

import de.foerderkreis.platform.clock.DeadlineHandler;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Forgets the token of an invitation whose link has ended, whatever became of its mail. */
@Component
class LinkEnds implements DeadlineHandler {

    private final Invitations invitations;

    LinkEnds(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String kind() {
        return Invitations.LINK_ENDS;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        invitations.forget(UUID.fromString(subject));
    }
}
