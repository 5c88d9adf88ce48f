package de.foerderkreis.notification.rhythm;

import de.foerderkreis.notification.delivery.SendCheck;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Keeps what can wait until the quiet is over; what belongs to a deadline goes out at once. */
@Component
class QuietHoursCheck implements SendCheck {

    private final RhythmSettings settings;
    private final BusinessClock clock;

    QuietHoursCheck(RhythmSettings settings, BusinessClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Verdict of(PendingMail mail) {
        if (!mail.notice().canWait()) {
            return new Verdict.Go();
        }
        return settings.of(Tenancy.district())
                .quietUntil(clock.now())
                .<Verdict>map(Verdict.Hold::new)
                .orElseGet(Verdict.Go::new);
    }
}
