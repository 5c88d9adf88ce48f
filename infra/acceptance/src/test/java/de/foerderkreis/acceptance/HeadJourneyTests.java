package de.foerderkreis.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import de.foerderkreis.story.Patience;
import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.Story;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In a real browser: the head releases an application, is asked for the second factor when handing
 * it in, and loses nothing by it. The council has not resolved yet, so nothing leaves the house;
 * the application is withdrawn in the end, as if there had been none.
 */
@Order(6)
@ExtendWith({RunningSystem.class, Browsing.class})
class HeadJourneyTests {

    private static final String TOMORROW = "2014-02-26";

    private final Story story = RunningSystem.story();
    private final PortalClient clerk = story.actors().clerk();
    private final String file = "/vorhaben/" + story.caseId();
    private final String page = file + "/antrag/1";
    private final String applications =
            "/api/application/v1/cases/" + story.caseId() + "/applications";

    @BeforeEach
    void theClerkDrafts() {
        var draft = clerk.post(applications, Map.of("stage", 1)).expect(201).text("id");
        clerk.post(
                        applications + "/" + draft + "/review",
                        Map.of("version", version(applications + "/" + draft)))
                .expect(200);
    }

    @AfterEach
    void nothingIsLeft() {
        Story.items(clerk.get(applications).expect(200).json()).stream()
                .filter(it ->
                        List.of("DRAFT", "INTERNAL_REVIEW", "READY")
                                .contains(it.path("status").asString()))
                .map(it -> applications + "/" + it.path("id").asString())
                .forEach(it ->
                        clerk.post(
                                        it + "/withdrawal",
                                        Map.of("version", version(it), "reason", "Nur geprüft"))
                                .expect(200));
    }

    @Test
    void theHeadReleasesAndProvesThatItIsThemAndLosesNothing() {
        try (var head = Browsing.signIn("head")) {
            Patience.until(
                    "the work list names the application",
                    () -> {
                        head.open("/");
                        return Optional.of(head.find("main").textContent())
                                .filter(it -> it.contains("Antrag der Stufe 1 freigeben"));
                    });
            head.look("head-home");
            releasesByKeyboard(head);
            handsIn(head);
            withdraws(head);
        }
    }

    private void releasesByKeyboard(Visitor head) {
        head.visit("head-application", page);
        head.reads("Die Leitung prüft den Entwurf.");
        var keyboard = head.keyboard();
        keyboard.pressOn("main a[href$='/freigabe']");
        head.arrivesAt(page + "/freigabe");
        head.look("head-release");
        keyboard.skipToContent();
        keyboard.pressOn("main button[type=submit]");
        head.isTold("Der Antrag ist freigegeben.");
    }

    private void handsIn(Visitor head) {
        head.click("main a[href$='/abgabe']");
        head.page().fill("input[name=submittedOn]", TOMORROW);
        head.look("head-submission");
        head.click("main button[type=submit]");
        head.reads("Bitte bestätigen Sie, dass Sie es sind");
        head.look("head-second-factor");

        confirms(head);
        head.click("main button[type=submit]");
        head.reads("Bitte prüfen Sie Ihre Angaben");
        assertThat(head.find("input[name=submittedOn]")).hasValue(TOMORROW);
        head.look("head-submission-tomorrow");

        head.page().fill("input[name=submittedOn]", "");
        head.click("main button[type=submit]");
        head.reads("noch zu erledigen");
        head.reads("Der Antrag ist freigegeben und wartet auf die Abgabe");
        head.look("head-submission-refused");
    }

    /** In a window of its own, with the code of the demonstration's authenticator. */
    private static void confirms(Visitor head) {
        var proof = head.inNewWindow("main a[href*='/login/bestaetigung']");
        var codes = head.anotherWindow("/demo/code");
        PageCheck.of(codes, "head-code").everything();
        proof.fill("input[name=otp]", codes.textContent(".fk-code").replaceAll("\\D", ""));
        codes.close();
        proof.click("[type=submit]");
        proof.waitForURL(it -> it.endsWith("/login/fertig"));
        assertThat(proof.locator("h1")).hasText("Sie sind angemeldet");
        PageCheck.of(proof, "head-confirmed").everything();
        proof.close();
    }

    private void withdraws(Visitor head) {
        head.open(page + "/ruecknahme");
        head.page().fill("textarea[name=reason]", "Der Kreistag hat noch nicht beschlossen");
        head.look("head-withdrawal");
        head.click("main button[type=submit]");
        head.isTold("Der Antrag ist zurückgenommen.");
    }

    private long version(String application) {
        return clerk.get(application).expect(200).json().path("version").asLong();
    }
}
