package de.foerderkreis.acceptance;

import de.foerderkreis.story.Story;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In a real browser: what a mayor reads on the phone, and Much's answer without a mouse. What Much
 * says here is what the story has it say three days later.
 */
@Order(5)
@ExtendWith({RunningSystem.class, Browsing.class})
class MayorJourneyTests {

    private final Story story = RunningSystem.story();
    private final String round = "/beteiligung/" + story.roundId();

    @Test
    void theMayorSeesWhatItCostsTheTown() {
        try (var mayor = Browsing.signIn("mayor-troisdorf", Browsing.PHONE)) {
            mayor.visit("mayor-case", "/vorhaben/" + story.caseId());
            mayor.reads("12.025,08");
            mayor.visit("mayor-levy-effect", "/finanzen/" + story.caseId() + "/umlage");
            mayor.visit("mayor-town-sheet", "/finanzen/" + story.caseId() + "/umlage/05382068");
        }
    }

    @Test
    void theMayorAnswersWithoutAMouse() {
        try (var mayor = Browsing.signIn("mayor-much")) {
            mayor.open(round + "/stellungnahme");
            var keyboard = mayor.keyboard();
            keyboard.skipToContent();
            keyboard.choose("input[name=position]", "input[name=position][value=REJECT]");
            keyboard.tabTo("input[name=reasons][value=EXTRA_COST]");
            keyboard.press("Space");
            keyboard.tabTo("input[name=reasons][value=ALREADY_SUFFICIENT]");
            keyboard.press("Space");
            keyboard.tabTo("textarea[name=text]");
            keyboard.type("Demo: erfundene Position. Ohne Maus geschrieben.");
            keyboard.pressOn("button[name=act][value=preview]");
            mayor.arrivesAt(round + "/stellungnahme/vorschau");
            mayor.reads("Ohne Maus geschrieben.");
            keyboard.skipToContent();
            keyboard.pressOn("main form button[type=submit]");
            mayor.page().waitForURL(it -> it.contains("/quittung/"));
            mayor.reads("05382-2014-");
            mayor.look("mayor-receipt-by-keyboard");
        }
    }
}
