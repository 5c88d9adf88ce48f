package de.foerderkreis.notification.preference;

import de.foerderkreis.notification.delivery.SendCheck;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.rhythm.RhythmSettings;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Lays ready for the morning what a function wants once a day. */
@Component
class DigestCheck implements SendCheck {

    private final Preferences preferences;
    private final RhythmSettings settings;
    private final BusinessClock clock;

    DigestCheck(Preferences preferences, RhythmSettings settings, BusinessClock clock) {
        this.preferences = preferences;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Verdict of(PendingMail mail) {
        if (!mail.notice().canWait()
                || mail.function() == Function.PARTNER_CONTACT
                || !preferences.wantsDigest(mail.organisation(), mail.function())) {
            return new Verdict.Go();
        }
        return new Verdict.Collect(settings.of(Tenancy.district()).nextMorning(clock.now()));
    }
}
