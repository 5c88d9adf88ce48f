package de.foerderkreis.notification.worklist;

import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.reference.Cases;
import de.foerderkreis.notification.reference.Municipalities;
import de.foerderkreis.platform.tenancy.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The way from an empty district to its first case, ticked by what events told; gone once there are
 * municipalities and a case.
 */
@Component
class FirstSteps {

    private final Municipalities municipalities;
    private final Contacts contacts;
    private final Cases cases;

    FirstSteps(Municipalities municipalities, Contacts contacts, Cases cases) {
        this.municipalities = municipalities;
        this.contacts = contacts;
        this.cases = cases;
    }

    /** Empty for everybody but the clerk, and where the way is behind. */
    List<Step> of(Caller caller) {
        if (!caller.has("CLERK")) {
            return List.of();
        }
        var towns = municipalities.any();
        var begun = cases.any();
        if (towns && begun) {
            return List.of();
        }
        return List.of(
                new Step("towns", "/kommunen", towns),
                new Step("people", "/personen/neu", contacts.any(Function.MAYOR)),
                new Step("case", "/vorhaben/neu", begun));
    }

    /**
     * @param key of its texts
     */
    record Step(String key, String link, boolean done) {}
}
