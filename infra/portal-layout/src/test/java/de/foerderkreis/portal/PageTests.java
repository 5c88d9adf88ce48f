package de.foerderkreis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.portal.check.RenderedPage;
import de.foerderkreis.portal.sample.SampleApplication;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = SampleApplication.class)
@AutoConfigureMockMvc
class PageTests {

    private static final PortalVisitor CLERK =
            PortalVisitor.of("A. Muster", "05382", Set.of("CLERK")).withUnread(3);

    private final MockMvcTester mvc;

    PageTests(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeEach
    @AfterEach
    void clerk() {
        SampleApplication.visitor = CLERK;
        SampleApplication.clock = Instant.parse("2014-02-25T08:00:00Z");
    }

    private static String body(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }

    @Test
    void whoeverBelongsToADistrictCanSearchFromEveryPage() throws UnsupportedEncodingException {
        assertThat(body(mvc.get().uri("/vorhaben/vorhaben").exchange()))
                .contains("action=\"/suche\"", "id=\"fk-search-q\"");
        SampleApplication.visitor = null;
        assertThat(body(mvc.get().uri("/vorhaben/vorhaben").exchange()))
                .doesNotContain("action=\"/suche\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vorhaben/vorhaben",
                "/vorhaben/formular",
                "/vorhaben/abgeben",
                "/problem/403",
                "/problem/409",
                "/problem/502"
            })
    void everyPartIsSoundInBothLanguages(String address) throws Exception {
        for (var language : new String[] {"de", "en"}) {
            var html = body(mvc.get().uri(address + "?lang=" + language).exchange());
            RenderedPage.of(html).verify();
            assertThat(html).contains("<html lang=\"" + language + "\"");
        }
    }

    @Test
    void theRulesForPagesFindFaults() {
        assertThat(
                        RenderedPage.of(
                                        "<html><body><p style=\"x\">??a.b_de??</p><label for=\"f\"></label></body></html>")
                                .findings())
                .anySatisfy(finding -> assertThat(finding).contains("DOCTYPE"))
                .anySatisfy(finding -> assertThat(finding).contains("text missing: a.b"))
                .anySatisfy(finding -> assertThat(finding).contains("inline style"))
                .anySatisfy(finding -> assertThat(finding).contains("nothing has the id f"));
    }

    @Test
    void germanIsTheLanguageOfWhoAsksForNeither() throws Exception {
        assertThat(body(mvc.get().uri("/vorhaben/abgeben").exchange()))
                .contains("lang=\"de\"")
                .contains("Abmelden");
        assertThat(
                        body(
                                mvc.get()
                                        .uri("/vorhaben/abgeben")
                                        .header(HttpHeaders.ACCEPT_LANGUAGE, "fr,it;q=0.5")
                                        .exchange()))
                .contains("<html lang=\"de\"");
        assertThat(
                        body(
                                mvc.get()
                                        .uri("/vorhaben/abgeben")
                                        .header(HttpHeaders.ACCEPT_LANGUAGE, "fr,en-GB;q=0.5")
                                        .exchange()))
                .contains("<html lang=\"en\"");
    }

    @Test
    void aChosenLanguageIsKeptAndBeatsTheBrowser() throws Exception {
        var chosen =
                mvc.get()
                        .uri("/vorhaben/abgeben?lang=en")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                        .exchange();

        assertThat(body(chosen)).contains("<html lang=\"en\"").contains("Sign out");
        assertThat(chosen)
                .headers()
                .hasValue(
                        HttpHeaders.SET_COOKIE,
                        "lang=en; Path=/; Max-Age=31536000; Expires="
                                + Objects.requireNonNull(
                                                chosen.getResponse()
                                                        .getHeader(HttpHeaders.SET_COOKIE))
                                        .replaceAll("(?s).*Expires=([^;]*);.*", "$1")
                                + "; HttpOnly; SameSite=Lax");
        assertThat(
                        body(
                                mvc.get()
                                        .uri("/vorhaben/abgeben")
                                        .cookie(new Cookie("lang", "en"))
                                        .exchange()))
                .contains("<html lang=\"en\"");
        assertThat(mvc.get().uri("/vorhaben/abgeben?lang=xx").exchange())
                .headers()
                .doesNotContainHeader(HttpHeaders.SET_COOKIE);
    }

    @Test
    void theSwitchesKeepTheAddress() throws Exception {
        var html =
                body(
                        mvc.get()
                                .uri(URI.create("/vorhaben/abgeben?rate=36.14&key=a%26b&lang=de"))
                                .exchange());

        assertThat(html)
                .contains("href=\"/vorhaben/abgeben?rate=36.14&amp;key=a%26b&amp;lang=en\"");
    }

    @Test
    void theThemeIsTheReadersChoice() throws Exception {
        assertThat(body(mvc.get().uri("/vorhaben/abgeben").exchange()))
                .doesNotContain("data-kern-theme");
        assertThat(body(mvc.get().uri("/vorhaben/abgeben?theme=dark").exchange()))
                .contains("data-kern-theme=\"dark\"");
    }

    @Test
    void thePublicSeesTheWayInAndNothingElse() throws Exception {
        SampleApplication.visitor = null;
        SampleApplication.clock = null;

        var html = body(mvc.get().uri("/vorhaben/abgeben").exchange());

        RenderedPage.of(html).verify();
        assertThat(html)
                .contains("href=\"/login\"")
                .doesNotContain("/logout")
                .doesNotContain("href=\"/kommunen\"")
                .doesNotContain("Demo-Uhr");
    }

    @ParameterizedTest
    @CsvSource({
        "05382, CLERK, true, true, true, true, true",
        "05382, HEAD, true, true, true, true, true",
        "05382, COUNCIL_SECRETARY, true, true, true, true, true",
        "05382, ADMIN, false, false, false, true, true",
        "05382, TREASURER, true, true, true, true, false",
        "05382, LANDRAT, true, true, true, true, false",
        "05382, AUDITOR, true, true, true, true, false",
        "05382068, MAYOR, true, true, true, true, false",
        "05382-caritas, PARTNER, false, false, false, false, false",
        "05-mais, REVIEWER, false, false, false, false, false"
    })
    void navigationFitsTheRole(
            String organisation,
            String role,
            boolean cases,
            boolean consultations,
            boolean finance,
            boolean towns,
            boolean partners)
            throws Exception {
        SampleApplication.visitor = PortalVisitor.of("X", organisation, Set.of(role));

        var html = body(mvc.get().uri("/vorhaben/abgeben").exchange());

        assertThat(html.contains("fk-nav__link\" href=\"/vorhaben\"")).isEqualTo(cases);
        assertThat(html.contains("fk-nav__link\" href=\"/beteiligung\"")).isEqualTo(consultations);
        assertThat(html.contains("fk-nav__link\" href=\"/finanzen\"")).isEqualTo(finance);
        assertThat(html.contains("fk-nav__link\" href=\"/kommunen\"")).isEqualTo(towns);
        assertThat(html.contains("fk-nav__link\" href=\"/partner\"")).isEqualTo(partners);
    }

    @Test
    void saysWhoIsLookingForWhomAndAs() throws Exception {
        SampleApplication.visitor = PortalVisitor.of("B. Beispiel", "05382068", Set.of("MAYOR"));

        assertThat(body(mvc.get().uri("/vorhaben/abgeben").exchange()))
                .contains("B. Beispiel")
                .contains("Stadt Troisdorf")
                .contains("Rhein-Sieg-Kreis")
                .contains("Bürgermeisterin oder Bürgermeister");
    }

    @Test
    void typedInputIsEscapedAndKept() throws Exception {
        assertThat(body(mvc.get().uri("/vorhaben/formular").exchange()))
                .contains("Die Stadt &lt;Troisdorf&gt; &amp; …")
                .contains("value=\"80.00O,0\"")
                .contains("href=\"#f-amount\"")
                .contains("aria-invalid=\"true\"");
    }

    @Test
    void aProblemSaysWhatHappenedAndWhatToDo() throws Exception {
        var result = mvc.get().uri("/problem/409").exchange();

        assertThat(result).hasStatus(409);
        assertThat(body(result))
                .contains("Inzwischen hat sich etwas geändert")
                .contains("Bitte prüfen Sie Datum &amp; Betrag.")
                .contains("Das Datum liegt in der Vergangenheit.")
                .contains("Was Sie tun können")
                .contains("4bf92f3577b34da6")
                .doesNotContain("Conflict");
    }

    @Test
    void aProblemMayComeInSingleAttributes() throws Exception {
        var html = body(mvc.get().uri("/einzeln").exchange());

        RenderedPage.of(html).verify();
        assertThat(html)
                .contains("<h1>Dieses Vorhaben gibt es nicht</h1>")
                .contains("abc123")
                .doesNotContain("fk-lead");
    }

    @Test
    void aConfirmationSurvivesTheRedirectWithoutASession() throws Exception {
        var redirect = mvc.post().uri("/speichern").exchange();
        var cookie = Objects.requireNonNull(redirect.getResponse().getCookie("fk-flash"));

        assertThat(redirect).hasStatus(302);
        assertThat(cookie.getValue()).matches("[\\w%+*:&-]+");
        assertThat(redirect.getRequest().getSession(false)).isNull();
        var shown = mvc.get().uri("/vorhaben/abgeben?after=1").cookie(cookie).exchange();
        assertThat(body(shown))
                .contains("Frist „04.03.2014“ &amp; mehr: gespeichert; 100 % &lt;ok&gt;");
        assertThat(Objects.requireNonNull(shown.getResponse().getCookie("fk-flash")).getMaxAge())
                .isZero();
        assertThat(body(mvc.get().uri("/vorhaben/formular").cookie(cookie).exchange()))
                .doesNotContain("fk-saved\"");
    }

    @Test
    void aForgedConfirmationHarmsNobody() throws Exception {
        for (var forged :
                new String[] {
                    "x",
                    "%zz:%",
                    ":",
                    "a:b&@until:99999999999999999999",
                    "saved:%3Cscript%3E&@until:9999999999999"
                }) {
            var html =
                    body(
                            mvc.get()
                                    .uri("/vorhaben/abgeben")
                                    .cookie(new Cookie("fk-flash", forged))
                                    .exchange());
            RenderedPage.of(html).verify();
        }
    }

    @Test
    void everyAssetOfThePageIsThereAndMayBeKept() throws Exception {
        var html = body(mvc.get().uri("/vorhaben/abgeben").exchange());
        var assets =
                Pattern.compile("\"(/assets/[^\"]+)\"")
                        .matcher(html)
                        .results()
                        .map(match -> match.group(1))
                        .toList();

        assertThat(assets).hasSize(5);
        for (var asset : assets) {
            assertThat(asset).matches("/assets/[a-z-]+\\.[0-9a-f]{10}\\.(css|js|svg)");
            assertThat(mvc.get().uri(asset).exchange())
                    .hasStatusOk()
                    .headers()
                    .hasValue(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
        }
        var css =
                body(
                        mvc.get()
                                .uri(
                                        assets.stream()
                                                .filter(asset -> asset.contains("/fk."))
                                                .findFirst()
                                                .orElseThrow())
                                .exchange());
        var fonts =
                Pattern.compile("url\\(\"([^\"]+)\"\\)")
                        .matcher(css)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        assertThat(fonts).hasSize(2);
        for (var font : fonts) {
            assertThat(mvc.get().uri("/assets/" + font).exchange()).hasStatusOk();
        }
        assertThat(css).doesNotContain("http");
    }
}
