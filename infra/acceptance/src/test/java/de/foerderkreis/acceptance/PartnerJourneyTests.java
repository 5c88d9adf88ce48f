package de.foerderkreis.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import de.foerderkreis.story.Patience;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In a real browser: a partner with an account, and one who has nothing but the link in a mail. */
@Order(5)
@ExtendWith({RunningSystem.class, Browsing.class})
class PartnerJourneyTests {

    private static final String SILENT = "partner-migranten@";
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s\"<>/]+(/l/[A-Za-z0-9_-]{50})(?![A-Za-z0-9_/-])");

    @Test
    void thePartnerReadsTheInboxAndWhatWasAgreed() {
        try (var partner = Browsing.signIn("partner-caritas")) {
            partner.look("partner-home");
            partner.visit("partner-inbox", "/nachrichten");
            var keyboard = partner.keyboard();
            keyboard.pressOn("nav a[href='/partner/zusammenarbeit']");
            partner.arrivesAt("/partner/zusammenarbeit");
            partner.reads("Wohlfahrtsverband (Demo)");
            partner.look("partner-cooperation");
        }
    }

    /** The partner who stays silent in the story: asks for a new link, looks, and stays silent. */
    @Test
    void thePartnerWithoutAnAccountGetsANewLinkByKeyboardAndLosesNothingTyped() {
        var old = links().getLast();
        try (var partner = Browsing.visitor()) {
            partner.open(old);
            partner.reads("Link abgelaufen");
            partner.look("partner-link-expired");
            var keyboard = partner.keyboard();
            keyboard.skipToContent();
            keyboard.pressOn("main button[type=submit]");
            partner.reads("Ein neuer Link ist unterwegs");
            partner.look("partner-link-sent");

            partner.open(
                    Patience.until(
                            "the mail with the new link",
                            () -> Optional.of(links().getLast()).filter(it -> !it.equals(old))));
            partner.reads("Arbeiten Sie mit uns zusammen?");
            partner.look("partner-link");
            keyboard.skipToContent();
            keyboard.tabTo("textarea[name=note]");
            keyboard.type("Wir beraten noch darüber.");
            keyboard.pressOn("main button[type=submit]");
            assertThat(partner.find(".fk-error-summary")).isFocused();
            assertThat(partner.find("textarea[name=note]")).hasValue("Wir beraten noch darüber.");
            partner.look("partner-link-function-missing");
            keyboard.pressOn(".fk-error-summary a");
            assertThat(partner.find("input[name=function]")).isFocused();
        }
    }

    /** Addresses of the pages for the silent partner, the oldest mail first. */
    private static List<String> links() {
        return RunningSystem.mails().stream()
                .filter(it -> it.path("to").toString().contains(SILENT))
                .flatMap(it ->
                        LINK.matcher(it.path("text").asString())
                                .results()
                                .map(found -> found.group(1)))
                .toList();
    }
}
