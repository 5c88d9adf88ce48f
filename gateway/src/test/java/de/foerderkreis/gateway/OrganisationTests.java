package de.foerderkreis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrganisationTests {

    private static final String MUCH = "05382036";
    private static final String SEELSCHEID = "05382040";

    @Test
    void theTokenOfWhoeverBelongsToOneOrganisationNamesIt() {
        var browser = Rig.signedIn();
        browser.get("/vorhaben");

        assertThat(claims().get("organization")).isEqualTo(List.of("05382"));
        assertThat(Rig.APPLICATION.last().header("Fk-Organisations")).isNull();
        assertThat(browser.get("/organisation").body()).contains("Sie gehören nur zu einer");
    }

    @Test
    void whoeverBelongsToSeveralIsAskedAfterSigningIn() {
        var browser = Rig.browser();
        var question = halfSignedIn(browser, "/vorhaben/7");

        assertThat(question).isEqualTo("/organisation?ziel=%2Fvorhaben%2F7");
        assertThat(browser.get(question).body())
                .contains("Für welche Organisation möchten Sie arbeiten?")
                .contains("Gemeinde " + MUCH, "Gemeinde " + SEELSCHEID);
        assertThat(browser.get("/vorhaben/7").statusCode())
                .as("nobody works for no organisation")
                .isEqualTo(302);

        var chosen = browser.post("/organisation", "organisation=" + MUCH + "&ziel=/vorhaben/7");
        assertThat(StubProvider.query(URI.create(Browser.location(chosen))))
                .containsEntry("scope", "openid organization:" + MUCH);
        var back = browser.throughProvider(Browser.location(chosen));
        assertThat(Browser.location(back)).isEqualTo("/vorhaben/7");
        browser.get("/vorhaben/7");
        assertThat(claims().get("organization")).isEqualTo(List.of(MUCH));
        assertThat(browser.get("/hilfe").body())
                .contains("Gemeinde " + MUCH)
                .contains("href=\"/organisation\"");
    }

    @Test
    void switchingNeedsNoPasswordAndNeverNamesTwo() {
        var browser = Rig.browser();
        halfSignedIn(browser, "/vorhaben");
        work(browser, MUCH);
        browser.get("/vorhaben");
        assertThat(Rig.APPLICATION.last().header("Fk-Organisations")).isEqualTo("2");
        var before = browser.cookies.get("SESSION");

        work(browser, SEELSCHEID);

        browser.get("/vorhaben");
        assertThat(claims().get("organization")).isEqualTo(List.of(SEELSCHEID));
        assertThat(browser.cookies.get("SESSION")).isNotEqualTo(before);
        assertThat(browser.get("/organisation").body())
                .containsPattern("value=\"" + SEELSCHEID + "\"\\s+checked");
    }

    @Test
    void aRenewedTokenNamesTheSameOrganisation() {
        var browser = Rig.browser();
        halfSignedIn(browser, "/vorhaben");
        Rig.PROVIDER.accessLifetime = java.time.Duration.ofSeconds(1);
        try {
            work(browser, MUCH);
        } finally {
            Rig.PROVIDER.accessLifetime = java.time.Duration.ofMinutes(5);
        }
        browser.get("/vorhaben");
        assertThat(claims().get("organization")).isEqualTo(List.of(MUCH));
        assertThat(browser.get("/organisation").body()).contains("Gemeinde " + SEELSCHEID);
    }

    @Test
    void nobodyChoosesAnOrganisationTheyDoNotBelongTo() {
        var browser = Rig.browser();
        halfSignedIn(browser, "/vorhaben");
        for (var wrong : List.of("organisation=05382", "organisation=", "x=y")) {
            var answer = browser.post("/organisation", wrong + "&ziel=/vorhaben");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Wählen Sie eine Organisation aus.");
        }
        assertThat(Browser.location(Rig.browser().get("/organisation")))
                .isEqualTo("/login?ziel=%2Forganisation");
    }

    @Test
    void whoeverBelongsNowhereGetsATokenWithoutRights() {
        Rig.PROVIDER.next =
                new StubProvider.Person("lost", "Lost Soul", "", List.of("clerk"), "sid-lost");
        var browser = Rig.browser();
        browser.signIn("/vorhaben");
        browser.get("/vorhaben");
        assertThat(claims()).doesNotContainKey("organization");
    }

    @Test
    void somebodyElseWhoComesBackIsAskedAnew() {
        var browser = Rig.browser();
        halfSignedIn(browser, "/vorhaben");
        var trip =
                Browser.location(
                        browser.post("/organisation", "organisation=" + MUCH + "&ziel=/vorhaben"));
        var other = Rig.person("clerk");
        Rig.PROVIDER.next = other;

        var back = browser.get(Browser.location(browser.atProvider(trip)));

        assertThat(Browser.location(back))
                .isEqualTo("/oauth2/authorization/keycloak?ziel=%2Fvorhaben");
        browser.throughProvider(Browser.location(browser.get(Browser.location(back))));
        browser.get("/vorhaben");
        assertThat(claims())
                .containsEntry("sub", other.subject())
                .containsEntry("organization", List.of("05382"));
    }

    private static void work(Browser browser, String alias) {
        var chosen = browser.post("/organisation", "organisation=" + alias);
        assertThat(Browser.location(browser.throughProvider(Browser.location(chosen))))
                .isEqualTo("/");
    }

    /** Somebody of two towns, up to the question for which. */
    private static String halfSignedIn(Browser browser, String target) {
        var person = Rig.person("municipal-official");
        Rig.PROVIDER.more.put(person.subject(), List.of(SEELSCHEID, MUCH));
        Rig.PROVIDER.next =
                new StubProvider.Person(
                        person.subject(), person.name(), "", person.roles(), person.sid());
        return Browser.location(browser.signIn(target));
    }

    private static Map<String, Object> claims() {
        try {
            return JWTParser.parse(
                            Rig.APPLICATION.last().header("Authorization").replace("Bearer ", ""))
                    .getJWTClaimsSet()
                    .getClaims();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
