package de.foerderkreis.notification.mail;

import de.foerderkreis.notification.delivery.SendCheck;
import de.foerderkreis.notification.reference.Cases;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * A mail names its file reference; the case comes on another topic and may arrive a moment later.
 */
@Component
class CaseKnownCheck implements SendCheck {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Cases cases;

    CaseKnownCheck(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Verdict of(PendingMail mail) {
        var caseId = mail.caseId();
        if (caseId == null
                || mail.age().compareTo(LONG_ENOUGH) > 0
                || cases.byId(caseId).isPresent()) {
            return new Verdict.Go();
        }
        return new Verdict.Later(A_MOMENT);
    }
}
