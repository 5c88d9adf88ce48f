package de.foerderkreis.notification.invitation;

import de.foerderkreis.notification.delivery.Reason;
import de.foerderkreis.notification.delivery.SendCheck;
import de.foerderkreis.notification.template.Notice;
import org.springframework.stereotype.Component;

/** A mail whose link has ended helps nobody; a new invitation does. */
@Component
class InvitationCheck implements SendCheck {

    private final Invitations invitations;

    InvitationCheck(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public Verdict of(PendingMail mail) {
        var link = mail.linkId();
        if (mail.notice() != Notice.COOPERATION_INVITATION
                || (link != null && invitations.isSendable(link))) {
            return new Verdict.Go();
        }
        return new Verdict.Suppress(Reason.LINK_ENDED);
    }
}
