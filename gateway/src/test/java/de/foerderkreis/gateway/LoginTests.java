package de.foerderkreis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTests {

    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.");

    @Test
    void leadsAProtectedPageToTheLoginAndBackToIt() {
        Rig.PROVIDER.next = Rig.person("clerk");
        var browser = Rig.browser();

        var first = browser.get("/vorhaben/17?teil=kosten&x=%C3%A4");
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(Browser.location(first))
                .isEqualTo("/login?ziel=%2Fvorhaben%2F17%3Fteil%3Dkosten%26x%3D%25C3%25A4");
        assertThat(browser.cookies).as("no session for somebody who only looked").isEmpty();

        var back = browser.signIn("/vorhaben/17?teil=kosten&x=%C3%A4");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(Browser.location(back)).isEqualTo("/vorhaben/17?teil=kosten&x=%C3%A4");
        assertThat(browser.get(Browser.location(back)).statusCode()).isEqualTo(200);
        assertThat(Rig.APPLICATION.last().target()).isEqualTo("/vorhaben/17?teil=kosten&x=%C3%A4");
    }

    @Test
    void asksWithPkceNonceAndTheReadersLanguage() {
        var browser = Rig.browser();
        var start = browser.get("/oauth2/authorization/keycloak", "Accept-Language", "en-GB,en");
        var query = StubProvider.query(URI.create(Browser.location(start)));

        assertThat(Browser.location(start))
                .startsWith(Rig.PROVIDER.issuer() + "/protocol/openid-connect/auth?");
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid memberships")
                .containsEntry("client_id", "gateway")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("ui_locales", "en")
                .containsEntry("redirect_uri", Rig.PORTAL + "/login/oauth2/code/keycloak")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("code_verifier");
    }

    @Test
    void aCodeIsWorthlessWithoutTheBrowserThatBegan() {
        Rig.PROVIDER.next = Rig.person("clerk");
        var victim = Rig.browser();
        var start = victim.get("/oauth2/authorization/keycloak");
        var callback = Browser.location(victim.atProvider(Browser.location(start)));

        var thief = Rig.browser().get(callback);

        assertThat(thief.statusCode()).isEqualTo(401);
        assertThat(thief.body()).contains("Die Anmeldung hat nicht geklappt");
    }

    @Test
    void noTokenReachesTheBrowserOnTheWholeWay() {
        var browser = Rig.signedIn();
        browser.get("/vorhaben");
        browser.get("/hilfe");

        assertThat(browser.answers)
                .hasSizeGreaterThan(4)
                .allSatisfy(answer -> {
                    assertThat(answer.body()).doesNotContainPattern(TOKEN);
                    assertThat(answer.headers().toString()).doesNotContainPattern(TOKEN);
                });
    }

    @Test
    void theSessionCookieIsForThisHostAndNoScript() {
        var browser = Rig.browser();
        browser.signIn("/vorhaben");

        assertThat(
                        browser.answers.stream()
                                .flatMap(answer ->
                                        answer.headers().allValues("Set-Cookie").stream()))
                .isNotEmpty()
                .allMatch(cookie ->
                        cookie.startsWith("SESSION=")
                                && cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Lax")
                                && cookie.contains("Path=/")
                                && !cookie.contains("Domain")
                                && !cookie.contains("Secure"));
    }

    @Test
    void theSessionGetsANewNumberWithTheLogin() {
        var browser = Rig.browser();
        Rig.PROVIDER.next = Rig.person("clerk");
        var toProvider = browser.get("/oauth2/authorization/keycloak?ziel=/vorhaben");
        var before = browser.cookies.get("SESSION");
        browser.throughProvider(Browser.location(toProvider));
        var after = browser.cookies.get("SESSION");

        assertThat(after).isNotEqualTo(before);
        var planted = Rig.browser();
        planted.cookies.put("SESSION", before);
        assertThat(planted.get("/vorhaben").statusCode()).isEqualTo(302);
    }

    @Test
    void twoWindowsMaySignInAtOnce() {
        Rig.PROVIDER.next = Rig.person("clerk");
        var browser = Rig.browser();
        var first = browser.get("/oauth2/authorization/keycloak?ziel=/vorhaben/1");
        var second = browser.get("/oauth2/authorization/keycloak?ziel=/vorhaben/2");

        var secondBack = browser.throughProvider(Browser.location(second));
        var firstBack = browser.throughProvider(Browser.location(first));

        assertThat(Browser.location(secondBack)).isEqualTo("/vorhaben/2");
        assertThat(Browser.location(firstBack)).isEqualTo("/vorhaben/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "/a%0d%0aSet-Cookie:x",
                "javascript:alert(1)",
                "/logout",
                "/login?ziel=/x"
            })
    void neverReturnsToAnotherHost(String target) {
        Rig.PROVIDER.next = Rig.person("clerk");
        var browser = Rig.browser();
        var back =
                browser.signIn(
                        "/login?ziel="
                                + java.net.URLEncoder.encode(
                                        target, java.nio.charset.StandardCharsets.UTF_8));

        var location = URI.create(Browser.location(back));
        assertThat(location.getHost()).isNull();
        assertThat(location.getPath()).startsWith("/").doesNotStartWith("//");
    }

    @Test
    void whoeverIsSignedInSkipsTheLogin() {
        assertThat(Browser.location(Rig.signedIn().get("/login?ziel=/vorhaben")))
                .isEqualTo(Rig.PORTAL + "/vorhaben");
    }

    @Test
    void aLoginTwiceFinishedGoesOnForWhoeverIsSignedIn() {
        var browser = Rig.signedIn();
        var again = browser.get("/login/oauth2/code/keycloak?code=spent&state=gone");
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(Browser.location(again)).isEqualTo("/");
    }

    @Test
    void saysSoWhenTheProviderDoesNotAnswer() {
        var browser = Rig.browser();
        Rig.PROVIDER.failing = true;
        try {
            var answer = browser.signIn("/vorhaben");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Die Anmeldung ist gerade nicht erreichbar");
        } finally {
            Rig.PROVIDER.failing = false;
        }
    }

    @Test
    void pagesOfOurOwnShowWhoIsSignedIn() {
        assertThat(Rig.signedIn().get("/hilfe").body())
                .contains("Anna Muster")
                .contains("Federführung");
        assertThat(Rig.browser().get("/hilfe").body())
                .doesNotContain("Anna Muster")
                .contains("href=\"/login\"");
    }

    @Test
    void everySessionCookieIsFresh() {
        var numbers = new HashSet<String>();
        for (var i = 0; i < 3; i++) {
            numbers.add(Rig.signedIn().cookies.get("SESSION"));
        }
        assertThat(numbers).hasSize(3);
    }
}
