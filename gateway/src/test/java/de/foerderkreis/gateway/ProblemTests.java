package de.foerderkreis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTests {

    private static final String FORM =
            "position=ABLEHNEND&text=Zeile+1%0D%0AZeile+2+%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&grund=a&grund=b&leer=";

    @Test
    void theApiNeverRedirects() {
        var answer = Rig.browser().get("/api/finance/v1/levy-bases");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body())
                .contains("\"type\":\"urn:foerderkreis:problem:unauthenticated\"")
                .contains("\"status\":401")
                .contains("\"instance\":\"/api/finance/v1/levy-bases\"")
                .contains("nicht angemeldet");
        assertThat(Rig.browser().get("/api/finance/v1/levy-bases", "Accept-Language", "en").body())
                .contains("not signed in");
    }

    @Test
    void tokensThatAreWrongExpiredOrForeignAreRefused() {
        var person = Rig.person("auditor");
        for (var token :
                new String[] {
                    "nonsense",
                    Rig.PROVIDER.strangersToken(person),
                    Rig.PROVIDER.accessToken(person, Duration.ofMinutes(-10))
                }) {
            var answer =
                    Rig.browser()
                            .get("/api/finance/v1/levy-bases", "Authorization", "Bearer " + token);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("urn:foerderkreis:problem:invalid-token");
        }
    }

    @Test
    void aScriptThatOnlyReadIsSentToTheLogin() {
        var answer =
                Rig.browser()
                        .get(
                                "/vorhaben/teil",
                                "HX-Request",
                                "true",
                                "HX-Current-URL",
                                Rig.PORTAL + "/vorhaben/1?x=2",
                                "Accept",
                                "*/*");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect"))
                .contains("/login?ziel=%2Fvorhaben%2F1%3Fx%3D2");
    }

    @Test
    void aScriptThatWasSavingKeepsItsPage() {
        var answer =
                Rig.browser()
                        .post("/vorhaben/entwurf", "text=x", "HX-Request", "true", "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).isEmpty();
        assertThat(answer.body()).contains("urn:foerderkreis:problem:unauthenticated");
    }

    @Test
    void aFormWithoutASessionLosesNothing() {
        var before = Rig.STAKEHOLDER.seen.size();
        var answer = Rig.browser().post("/beteiligung/7/stellungnahme?teil=1&x=%22", FORM);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains("action=\"/beteiligung/7/stellungnahme?teil=1&amp;x=%22\"")
                .contains("name=\"position\" value=\"ABLEHNEND\"")
                .contains("name=\"grund\" value=\"a\"")
                .contains("name=\"grund\" value=\"b\"")
                .contains("name=\"leer\" value=\"\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)")
                .contains("target=\"_blank\"")
                .contains("href=\"/login?ziel=/login/fertig\"")
                .contains("Anmelden in neuem Fenster")
                .contains("Nochmals senden");
        assertThat(Rig.STAKEHOLDER.seen).as("nothing reached a service").hasSize(before);
        assertThat(
                        Rig.database()
                                .sql(
                                        "select count(*) from spring_session_attributes where position('ABLEHNEND'::bytea in attribute_bytes) > 0")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void theKeptFormIsThereInEnglishToo() {
        var answer =
                Rig.browser().post("/beteiligung/7/stellungnahme", FORM, "Accept-Language", "en");
        assertThat(answer.body())
                .contains("Sign in in a new window")
                .contains("Send again")
                .contains("lang=\"en\"");
    }

    @Test
    void whatWasKeptArrivesAfterSigningIn() {
        Rig.PROVIDER.next = Rig.person("mayor");
        var browser = Rig.browser();
        browser.post("/beteiligung/7/stellungnahme", FORM);
        var done = browser.signIn("/login?ziel=/login/fertig");
        assertThat(Browser.location(done)).isEqualTo("/login/fertig");
        assertThat(browser.get("/login/fertig").body()).contains("Sie sind angemeldet");

        assertThat(browser.post("/beteiligung/7/stellungnahme", FORM).statusCode()).isEqualTo(200);
        assertThat(Rig.STAKEHOLDER.last().text()).isEqualTo(FORM);
    }

    @Test
    void aFormWithAFileKeepsItsTexts() {
        var browser = Rig.browser();
        var body =
                String.join(
                        "\r\n",
                        "--grenze",
                        "Content-Disposition: form-data; name=\"begruendung\"",
                        "",
                        "Länger\r\nals eine Zeile",
                        "--grenze",
                        "Content-Disposition: form-data; name=\"datei\"; filename=\"a.pdf\"",
                        "Content-Type: application/pdf",
                        "",
                        "%PDF-geheim",
                        "--grenze--",
                        "");
        var answer =
                browser.send(
                        browser.request("/vorhaben/1/unterlagen", "Sec-Fetch-Site", "same-origin")
                                .header("Content-Type", "multipart/form-data; boundary=grenze")
                                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("enctype=\"multipart/form-data\"")
                .contains("name=\"begruendung\" value=\"Länger")
                .contains("type=\"file\"")
                .contains("name=\"datei\"")
                .doesNotContain("PDF-geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "500, 502, service-failed",
        "502, 502, service-failed",
        "503, 503, service-unavailable"
    })
    void aServicesFailureIsMasked(int status, int answered, String type) {
        Rig.FINANCE.on(
                "/api/finance/v1/kaputt",
                exchange ->
                        StubService.reply(
                                exchange,
                                status,
                                "text/html",
                                "java.lang.NullPointerException at secret.Class"));
        var answer = Rig.signedIn().get("/api/finance/v1/kaputt");
        assertThat(answer.statusCode()).isEqualTo(answered);
        assertThat(answer.body())
                .contains("urn:foerderkreis:problem:" + type)
                .contains("Finanz-Dienst")
                .contains("traceId")
                .doesNotContain("NullPointer");
    }

    @Test
    void whatAServiceSaysAboutItsFailurePasses() {
        var problem = "{\"type\":\"urn:foerderkreis:problem:broker-down\",\"status\":503}";
        Rig.FINANCE.on(
                "/api/finance/v1/ehrlich",
                exchange -> StubService.reply(exchange, 503, "application/problem+json", problem));
        var answer = Rig.signedIn().get("/api/finance/v1/ehrlich");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo(problem);
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUp() {
        Rig.FINANCE.on(
                "/finanzen/langsam",
                exchange -> {
                    java.util.concurrent.locks.LockSupport.parkNanos(
                            Duration.ofSeconds(4).toNanos());
                    StubService.reply(exchange, 200, "text/html", "zu spät");
                });
        var browser = Rig.signedIn();
        var page = browser.get("/finanzen/langsam");
        assertThat(page.statusCode()).isEqualTo(504);
        assertThat(page.body())
                .contains("Der Finanz-Dienst antwortet gerade nicht")
                .contains("href=\"/finanzen/langsam\"")
                .contains("Nochmals versuchen");

        var form = browser.post("/finanzen/langsam", "betrag=80.000%2C00");
        assertThat(form.statusCode()).isEqualTo(504);
        assertThat(form.body())
                .contains("value=\"80.000,00\"")
                .contains("Vielleicht wurde schon gespeichert");
    }

    @Test
    void unknownAddressesGetADecentPage() {
        var answer = Rig.browser().get("/gibtesnicht");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Diese Adresse gibt es nicht").contains("id=\"inhalt\"");
        assertThat(Rig.browser().get("/error").statusCode()).isEqualTo(404);
        assertThat(Rig.browser().get("/gibtesnicht", "Accept", "application/json").body())
                .contains("urn:foerderkreis:problem:not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "hilfe, Quelltext, Source code",
        "barrierefreiheit, teilweise vereinbar, partially conformant",
        "datenschutz, Ihre Rechte, Your rights",
        "impressum, Noch kein Anbieter, No provider"
    })
    void informationIsThereInBothLanguages(String page, String german, String english) {
        assertThat(Rig.browser().get("/" + page).body())
                .contains(german)
                .contains("<html lang=\"de\"")
                .doesNotContain("??");
        assertThat(Rig.browser().get("/" + page + "?lang=en").body())
                .contains(english)
                .contains("<html lang=\"en\"")
                .doesNotContain("??");
    }
}
