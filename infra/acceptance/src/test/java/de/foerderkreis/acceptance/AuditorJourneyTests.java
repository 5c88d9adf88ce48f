package de.foerderkreis.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import de.foerderkreis.story.Patience;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In a real browser: the auditor reads the trail and has every service's chain verified. */
@Order(5)
@ExtendWith({RunningSystem.class, Browsing.class})
class AuditorJourneyTests {

    @Test
    void theAuditorGoesByKeyboardFromTheHomePageToTheVerifiedChain() {
        try (var auditor = Browsing.signIn("auditor")) {
            auditor.look("auditor-home");
            var keyboard = auditor.keyboard();
            keyboard.pressOn("nav a[href='/pruefung/application']");
            auditor.arrivesAt("/pruefung/application");
            auditor.look("auditor-trail");
            keyboard.skipToContent();
            keyboard.pressOn("a[href='/pruefung/application/kette']");
            auditor.arrivesAt("/pruefung/application/kette");
            auditor.reads("Die Kette ist in Ordnung");
            auditor.look("auditor-chain");
        }
    }

    @Test
    void theChainsOfTheOtherServicesAreSoundToo() {
        try (var auditor = Browsing.signIn("auditor")) {
            aReaderChangesSomethingOfHerOwn(auditor);
            auditor.open("/pruefung/application/kette");
            for (String service : new String[] {"finance", "stakeholder", "notification"}) {
                auditor.click("main nav a[href='/pruefung/" + service + "/kette']");
                auditor.arrivesAt("/pruefung/" + service + "/kette");
                auditor.reads("Die Kette ist in Ordnung");
                assertThat(auditor.find("main .kern-alert--danger")).hasCount(0);
            }
            auditor.look("auditor-chain-notification");
        }
    }

    /** Notifications records what its readers do alone; without an act there is no chain yet. */
    private static void aReaderChangesSomethingOfHerOwn(Visitor reader) {
        reader.open("/nachrichten/einstellungen");
        reader.click("form[action='/nachrichten/kalender/neu'] button");
        Patience.until(
                "the sealed act",
                () -> {
                    reader.open("/pruefung/notification/kette");
                    return Optional.of(reader.find("main .kern-alert--success"))
                            .filter(it -> it.count() > 0);
                });
    }
}
