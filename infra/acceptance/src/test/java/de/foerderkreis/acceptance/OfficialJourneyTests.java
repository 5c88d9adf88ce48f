package de.foerderkreis.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import de.foerderkreis.story.Story;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In a real browser: Swisttal's official drafts. The draft begins as the story's own texts do, so
 * that the story goes on with it; a text of somebody else's it would leave alone.
 */
@Order(5)
@ExtendWith({RunningSystem.class, Browsing.class})
class OfficialJourneyTests {

    private static final String SWISTTAL = "05382064";

    private final Story story = RunningSystem.story();
    private final String round = "/beteiligung/" + story.roundId();

    @Test
    void theOfficialDraftsByKeyboardAndOnlyTheTownHallSeesIt() {
        try (var official = Browsing.signIn("official-swisttal")) {
            official.look("official-home");
            official.visit("official-consultation", round);
            official.open(round + "/stellungnahme");
            var keyboard = official.keyboard();
            keyboard.skipToContent();
            keyboard.choose("input[name=position]", "input[name=position][value=REJECT]");
            keyboard.tabTo("input[name=reasons][value=EXTRA_COST]");
            keyboard.press("Space");
            keyboard.tabTo("textarea[name=text]");
            keyboard.type("Demo: erfundene Position. Entwurf aus dem Rathaus.");
            assertThat(official.find("[data-autosave-state]"))
                    .containsText("sichtbar nur in Ihrem Rathaus");
            keyboard.pressOn("button[name=act][value=save]");
            official.isTold("Der Entwurf ist gespeichert.");
            official.look("official-editor");

            official.open(round + "/stellungnahme");
            assertThat(official.find("textarea[name=text]"))
                    .hasValue("Demo: erfundene Position. Entwurf aus dem Rathaus.");
            assertThat(official.find("input[name=position][value=REJECT]")).isChecked();
        }
        Assertions.assertThat(
                        story.actors()
                                .clerk()
                                .get(
                                        "/api/stakeholder/v1/rounds/"
                                                + story.roundId()
                                                + "/statements")
                                .expect(200)
                                .body())
                .as("a draft is nothing to the district")
                .doesNotContain(SWISTTAL);
    }
}
