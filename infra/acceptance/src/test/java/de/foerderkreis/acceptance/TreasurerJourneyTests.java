package de.foerderkreis.acceptance;

import de.foerderkreis.story.Story;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In a real browser: what the case costs, and what it costs each town. */
@Order(5)
@ExtendWith({RunningSystem.class, Browsing.class})
class TreasurerJourneyTests {

    private static final String TROISDORF = "05382068";

    private final Story story = RunningSystem.story();
    private final String money = "/finanzen/" + story.caseId();

    @Test
    void theTreasurerFollowsTheMoneyFromThePlanToOneTown() {
        try (var treasurer = Browsing.signIn("treasurer")) {
            treasurer.visit("treasurer-home", "/");
            treasurer.visit("treasurer-cost-plan", money + "/kosten");
            treasurer.visit("treasurer-levy-effect", money + "/umlage");
            treasurer.click("main tbody a[href$='/umlage/" + TROISDORF + "']");
            treasurer.arrivesAt(money + "/umlage/" + TROISDORF);
            treasurer.reads("12.025,08");
            treasurer.look("treasurer-town-sheet");
            treasurer.click("main a[href$='/warum']");
            treasurer.arrivesAt(money + "/umlage/" + TROISDORF + "/warum");
            treasurer.look("treasurer-why");
        }
    }

    @Test
    void theTreasurerCalculatesByKeyboardWhatAnotherSumWouldMean() {
        try (var treasurer = Browsing.signIn("treasurer")) {
            treasurer.open(money + "/umlage");
            var keyboard = treasurer.keyboard();
            keyboard.skipToContent();
            keyboard.tabTo("#f-amount");
            keyboard.press("Control+A");
            keyboard.type("100000");
            keyboard.press("Enter");
            treasurer.page().waitForURL(it -> it.contains("amount=100000"));
            treasurer.reads("100.000");
            treasurer.look("treasurer-what-if");
        }
    }

    @Test
    void theCostPlanIsAWorkSheetForTheKeyboard() {
        try (var treasurer = Browsing.signIn("treasurer")) {
            treasurer.open(money + "/kosten");
            var keyboard = treasurer.keyboard();
            keyboard.skipToContent();
            keyboard.tabTo("[name='items[0].unitAmount']");
            keyboard.press("ArrowDown");
            treasurer
                    .page()
                    .waitForFunction("() => document.activeElement.name === 'items[1].unitAmount'");
            keyboard.tabTo("main button[type=submit]");
        }
    }
}
