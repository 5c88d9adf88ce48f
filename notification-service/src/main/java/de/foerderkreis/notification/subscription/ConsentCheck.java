package de.foerderkreis.notification.subscription;

import de.foerderkreis.notification.delivery.Reason;
import de.foerderkreis.notification.delivery.SendCheck;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import org.springframework.stereotype.Component;

/**
 * A partner that ended its notices, or never confirmed them, gets none, not even one already under
 * way.
 */
@Component
class ConsentCheck implements SendCheck {

    private final Subscriptions subscriptions;

    ConsentCheck(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Verdict of(PendingMail mail) {
        var contactId = mail.contactId();
        if (mail.function() != Function.PARTNER_CONTACT || contactId == null) {
            return new Verdict.Go();
        }
        if (mail.notice() == Notice.COOPERATION_INVITATION) {
            // An official question to this one partner, not a subscription.
            return new Verdict.Go();
        }
        var found = subscriptions.find(contactId, false);
        if (found.isEmpty()) {
            return new Verdict.Suppress(Reason.CONTACT_ERASED);
        }
        if (!mail.notice().isChoice()) {
            return new Verdict.Go();
        }
        return switch (found.get().state()) {
            case ENDED -> new Verdict.Suppress(Reason.SUBSCRIPTION_ENDED);
            case ASKED -> new Verdict.Suppress(Reason.NOT_CONFIRMED);
            case CONFIRMED ->
                    found.get().chosen().contains(mail.notice())
                            ? new Verdict.Go()
                            : new Verdict.Suppress(Reason.SUBSCRIPTION_ENDED);
        };
    }
}
