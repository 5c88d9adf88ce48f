package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.story.Story;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In a real browser: the clerk's day, from the work list to the towns that have not answered. */
@Order(5)
@ExtendWith({RunningSystem.class, Browsing.class})
class ClerkJourneyTests {

    private final Story story = RunningSystem.story();
    private final String file = "/vorhaben/" + story.caseId();
    private final String round = "/beteiligung/" + story.roundId();

    @Test
    void theClerkReadsTheCaseAndWhatBelongsToIt() {
        try (var clerk = Browsing.signIn("clerk")) {
            clerk.visit("clerk-home", "/");
            clerk.visit("clerk-case", file);
            clerk.reads(Story.FILE_REFERENCE);
            clerk.visit("clerk-case-english", file + "?lang=en");
            clerk.visit("clerk-requirements", file + "/anforderungen?lang=de");
            clerk.visit("clerk-timetable", file + "/zeitplan");
            clerk.reads("M1");
            clerk.visit("clerk-application", file + "/antrag/1");
            clerk.visit("clerk-inbox", "/nachrichten");
            clerk.visit("clerk-delivery", "/nachrichten/zustellung");
            clerk.visit("clerk-municipalities", "/kommunen");
        }
    }

    @Test
    void theClerkFindsByKeyboardWhoHasNotAnswered() {
        try (var clerk = Browsing.signIn("clerk")) {
            clerk.open(round);
            var keyboard = clerk.keyboard();
            keyboard.skipToContent();
            keyboard.tabTo("#f-zeige");
            keyboard.type("ohne");
            keyboard.pressOn("form.fk-filter button");
            clerk.page().waitForURL(it -> it.contains("zeige=offen"));
            assertThat(clerk.find("#kommunen tbody th").allTextContents())
                    .as("Windeck answers late, Siegburg has answered")
                    .contains("Windeck")
                    .doesNotContain("Siegburg");
            clerk.look("clerk-not-answered");
        }
    }

    @Test
    void theClerkSearchesByKeyboardFromAnyPage() {
        try (var clerk = Browsing.signIn("clerk")) {
            clerk.open(file);
            var keyboard = clerk.keyboard();
            keyboard.tabTo("#fk-search-q");
            keyboard.type("Troisdorf");
            keyboard.press("Enter");
            clerk.arrivesAt("/suche");
            clerk.reads("Treffer für „Troisdorf“");
            clerk.look("clerk-search");
            keyboard.pressOn(".fk-task__link");
            clerk.page().waitForURL(it -> !it.contains("/suche"));
            clerk.reads("Troisdorf");
        }
    }

    @Test
    void theKeyboardGoesOnceRoundTheCaseAndComesOutAgain() {
        try (var clerk = Browsing.signIn("clerk")) {
            clerk.open(file);
            assertThat(clerk.keyboard().wholeWay())
                    .as("the way leads past the search and through the content to the footer")
                    .anyMatch(it -> it.contains("fk-search-q"))
                    .anyMatch(it -> it.contains(round))
                    .anyMatch(it -> it.contains("/impressum"));
        }
    }
}
