package de.foerderkreis.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import de.foerderkreis.story.Story;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In a real browser that runs no script: what has to be read, drafted and handed in works.
 * Windeck's draft is one the story goes on with, Ruppichteroth's answer the one the story has it
 * give.
 */
@Order(5)
@ExtendWith({RunningSystem.class, Browsing.class})
class WithoutScriptsJourneyTests {

    private final Story story = RunningSystem.story();
    private final String round = "/beteiligung/" + story.roundId();

    @Test
    void theClerkReadsCaseAndConsultation() {
        try (var clerk = Browsing.signInWithoutScripts("clerk")) {
            clerk.open("/vorhaben/" + story.caseId());
            clerk.reads(Story.FILE_REFERENCE);
            assertThat(clerk.find("html")).not().hasClass("fk-js");
            clerk.lookWithoutScripts("clerk-case-without-scripts");

            clerk.open(round);
            clerk.page().selectOption("#f-zeige", "offen");
            clerk.click("form.fk-filter button");
            clerk.page().waitForURL(it -> it.contains("zeige=offen"));
            assertThat(clerk.find("#kommunen tbody")).containsText("Windeck");
            assertThat(clerk.find("#kommunen tbody")).not().containsText("Siegburg");
            clerk.lookWithoutScripts("clerk-not-answered-without-scripts");
        }
    }

    @Test
    void theOfficialSavesADraft() {
        try (var official = Browsing.signInWithoutScripts("official-windeck")) {
            official.open(round + "/stellungnahme");
            official.page().check("input[name=position][value=NEUTRAL]");
            official.page().fill("textarea[name=text]", "Demo: erfundene Position. Ohne Skript.");
            official.click("button[name=act][value=save]");
            official.isTold("Der Entwurf ist gespeichert.");
            assertThat(official.find("textarea[name=text]"))
                    .hasValue("Demo: erfundene Position. Ohne Skript.");
            official.lookWithoutScripts("official-editor-without-scripts");
        }
    }

    @Test
    void theMayorAnswers() {
        try (var mayor = Browsing.signInWithoutScripts("mayor-ruppichteroth")) {
            mayor.open(round + "/stellungnahme");
            mayor.rejects("Demo: erfundene Position. Ohne Skript.");
            mayor.lookWithoutScripts("mayor-editor-without-scripts");
            mayor.click("button[name=act][value=preview]");
            mayor.arrivesAt(round + "/stellungnahme/vorschau");
            mayor.reads("Ohne Skript.");
            mayor.click("main form button[type=submit]");
            mayor.page().waitForURL(it -> it.contains("/quittung/"));
            mayor.reads("05382-2014-");
            mayor.lookWithoutScripts("mayor-receipt-without-scripts");
        }
    }
}
