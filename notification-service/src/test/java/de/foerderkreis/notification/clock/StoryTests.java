package de.foerderkreis.notification.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.foerderkreis.notification.District;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.Player;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.portal.check.RenderedPage;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NotificationTest
class StoryTests {

    private static final String READY =
            """
            {"state":"READY","next":{"number":2,"of":9,"day":"2014-02-26",
             "text":{"de":"26.02.2014: Lohmar lehnt ab.","en":"26 February 2014: Lohmar rejects."}},
             "last":{"number":1,"of":9,"day":"2014-02-25",
             "text":{"de":"25.02.2014: Die Erinnerung geht an sechs Kommunen.","en":"25 February 2014: six are reminded."},
             "note":{"de":"Much hat selbst geantwortet; diese Antwort bleibt.","en":"Much answered by itself; this answer stays."}},
             "somethingNew":true}
            """;
    private static final String PLAYING =
            """
            {"state":"PLAYING","next":null,"progress":{"done":1,"of":3},
             "last":{"number":1,"of":9,"day":"2014-02-25","text":{"de":"25.02.2014: …","en":"…"}}}
            """;

    @Autowired MockMvcTester mvc;
    @Autowired BusinessClock clock;

    private final String clerk = Tokens.clerk(District.fresh());

    @AfterEach
    void theStoryIsTold() {
        Player.says("{\"state\":\"DONE\"}");
    }

    @Test
    void thePageSaysWhatHappensNextAndWhatHappenedAndWhoseAnswerStays()
            throws UnsupportedEncodingException {
        Player.says(READY);
        var page = page("de").getResponse().getContentAsString();
        RenderedPage.of(page).verify();
        assertThat(page)
                .contains(
                        "Schritt 2 von 9:",
                        "26.02.2014: Lohmar lehnt ab.",
                        "Die Erinnerung geht an sechs Kommunen.",
                        "Much hat selbst geantwortet; diese Antwort bleibt.",
                        "Diesen Schritt spielen");
        assertThat(page("en"))
                .bodyText()
                .contains("26 February 2014: Lohmar rejects.", "this answer stays");
    }

    @Test
    void theButtonOrdersTheStepTheVisitorSawAndTwiceIsOnce() {
        Player.says(READY);
        assertThat(play(2)).hasStatus3xxRedirection().hasRedirectedUrl("/demo");
        Player.refusesOrders();
        assertThat(play(2)).hasStatus3xxRedirection().hasRedirectedUrl("/demo");
        assertThat(Player.orders()).containsOnly("{\"expected\":2}");
    }

    @Test
    void whileAStepIsPlayedThePageShowsHowFarItIsAndOffersNoSecond()
            throws UnsupportedEncodingException {
        Player.says(PLAYING);
        var page = page("de").getResponse().getContentAsString();
        RenderedPage.of(page).verify();
        assertThat(page)
                .contains("hx-get=\"/demo\"", "Stand neu laden", "<progress")
                .doesNotContain("Diesen Schritt spielen");
        var before = clock.now();
        assertThat(bar()).hasRedirectedUrl("/demo");
        assertThat(clock.now()).as("the bar waits as well").isEqualTo(before);
    }

    @Test
    void theBarPlaysTheStoryAndTheClockAloneCanStillBeMoved() {
        Player.says(READY);
        var before = clock.now();
        assertThat(bar()).hasRedirectedUrl("/demo");
        assertThat(Player.orders()).containsExactly("{\"expected\":2}");
        assertThat(clock.now()).isEqualTo(before);
        assertThat(post("/demo/clock/next", "only", "clock")).hasStatus3xxRedirection();
        assertThat(Player.orders()).hasSize(1);
        assertThat(clock.now()).isAfter(before);
    }

    @Test
    void whenThePlayerIsAwayThePageSaysSoAndNothingIsOrdered() throws UnsupportedEncodingException {
        Player.failsWith(500);
        var page = page("de").getResponse().getContentAsString();
        RenderedPage.of(page).verify();
        assertThat(page)
                .contains("Die Geschichte lässt sich gerade nicht abspielen")
                .doesNotContain("Diesen Schritt spielen");
        assertThat(play(2)).hasStatus(503);
        Player.says("not json");
        assertThat(page("de")).hasStatusOk().bodyText().contains("gerade nicht abspielen");
    }

    @Test
    void aStepThatFailedIsTriedAgain() {
        Player.says(READY.replace("READY", "FAILED"));
        assertThat(page("de"))
                .bodyText()
                .contains("Der Schritt ist nicht ganz gelungen", "Noch einmal versuchen");
    }

    @Test
    void onlyWhoeverIsSignedInPlays() {
        assertThat(mvc.post().uri("/demo/geschichte").param("step", "2")).hasStatus(401);
        assertThat(Player.orders()).isEmpty();
    }

    @Test
    void thePlayerIsOnThisMachineAndKnowsTheSecret() {
        var patience = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorySettings("http://evil.example/", "s", patience));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorySettings("http://127.0.0.1:1", "", patience));
        assertThat(new StorySettings("", null, patience).hasPlayer()).isFalse();
        assertThat(new StorySettings("http://127.0.0.1:1", "hidden", patience).toString())
                .doesNotContain("hidden");
    }

    private MvcTestResult page(String language) {
        return mvc.get()
                .uri("/demo")
                .header("Authorization", "Bearer " + clerk)
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .exchange();
    }

    private MvcTestResult bar() {
        return post("/demo/clock/next", "x", "x");
    }

    private MvcTestResult play(int step) {
        return post("/demo/geschichte", "step", String.valueOf(step));
    }

    private MvcTestResult post(String address, String name, String value) {
        return mvc.post()
                .uri(address)
                .header("Authorization", "Bearer " + clerk)
                .header("Accept", "text/html")
                .param(name, value)
                .exchange();
    }
}
