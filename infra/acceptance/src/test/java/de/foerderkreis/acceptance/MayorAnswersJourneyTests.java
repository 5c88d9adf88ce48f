package de.foerderkreis.acceptance;

import de.foerderkreis.story.Story;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In a real browser: Lohmar's mayor answers the consultation, the clerk sees it arrive. */
@Order(3)
@ExtendWith({RunningSystem.class, Browsing.class})
class MayorAnswersJourneyTests {

    private final Story story = RunningSystem.story();
    private final String round = "/beteiligung/" + story.roundId();

    @Test
    void theMayorAnswersAndTheClerkSeesIt() {
        try (var clerk = Browsing.signIn("clerk");
                var mayor = Browsing.signIn("mayor-lohmar", Browsing.PHONE)) {
            clerk.visit("clerk-consultation-before", round);

            mayor.look("mayor-home");
            mayor.visit("mayor-consultation", round);
            mayor.open(round + "/stellungnahme");
            mayor.rejects("Demo: erfundene Position. Im Browser geschrieben.");
            mayor.look("mayor-editor");
            mayor.click("button[name=act][value=preview]");
            mayor.arrivesAt(round + "/stellungnahme/vorschau");
            mayor.look("mayor-preview");
            mayor.click("main form button[type=submit]");
            mayor.page().waitForURL(it -> it.contains("/quittung/"));
            mayor.reads("05382-2014-");
            mayor.look("mayor-receipt");

            clerk.open(round);
            clerk.reads("14 von 19");
            clerk.look("clerk-consultation-after");
        }
    }
}
