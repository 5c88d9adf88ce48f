package de.foerderkreis.notification.preference;

import de.foerderkreis.notification.delivery.Reason;
import de.foerderkreis.notification.delivery.SendCheck;
import de.foerderkreis.notification.recipient.Function;
import org.springframework.stereotype.Component;

/** Holds back what a function does not want by mail; it still lies in its inbox. */
@Component
class PreferenceCheck implements SendCheck {

    private final Preferences preferences;

    PreferenceCheck(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public Verdict of(PendingMail mail) {
        if (mail.function() == Function.PARTNER_CONTACT
                || preferences.wantsMail(mail.organisation(), mail.function(), mail.notice())) {
            return new Verdict.Go();
        }
        return new Verdict.Suppress(Reason.PREFERENCE);
    }
}
