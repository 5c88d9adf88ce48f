package de.foerderkreis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepUpTests {

    private static final String CHALLENGE =
            "Bearer error=\"insufficient_user_authentication\", error_description=\"A fresh second factor is required\", acr_values=\"2\", max_age=\"300\"";
    private static final String PROBLEM =
            "{\"type\":\"urn:foerderkreis:problem:second-factor-required\",\"status\":401}";

    @Test
    void aFormIsKeptWhilstThePersonProvesWhoItIs() {
        var browser = Rig.signedIn();
        var path = guarded();
        var refused =
                browser.post(path, "betrag=80.000,00&grund=Eine+lange+Begr%C3%BCndung+mit+Text");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body())
                .contains("Bitte bestätigen Sie, dass Sie es sind")
                .contains("name=\"betrag\" value=\"80.000,00\"")
                .contains("value=\"Eine lange Begründung mit Text\"")
                .contains("action=\"" + path + "\"")
                .contains("Nochmals senden")
                .contains(
                        "href=\"/login/bestaetigung?stufe=2&amp;alter=300&amp;ziel=%2Flogin%2Ffertig\"");

        var before = browser.cookies.get("SESSION");
        var trip = browser.get("/login/bestaetigung?stufe=2&alter=300&ziel=%2Flogin%2Ffertig");
        assertThat(StubProvider.query(URI.create(Browser.location(trip))))
                .containsEntry("scope", "openid organization:05382")
                .containsEntry("acr_values", "2")
                .containsEntry("max_age", "300")
                .containsEntry(
                        "claims",
                        "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}");
        var back = browser.throughProvider(Browser.location(trip));
        assertThat(Browser.location(back)).isEqualTo("/login/fertig");
        assertThat(browser.cookies.get("SESSION")).isNotEqualTo(before);
        var stale = Rig.browser();
        stale.cookies.put("SESSION", before);
        assertThat(stale.get("/vorhaben").statusCode()).isEqualTo(302);

        Rig.APPLICATION.on(
                path, exchange -> StubService.reply(exchange, 200, "text/html", "gespeichert"));
        assertThat(browser.post(path, "betrag=80.000,00").body()).isEqualTo("gespeichert");
    }

    @Test
    void aFormWithFilesKeepsItsTexts() {
        var browser = Rig.signedIn();
        var path = guarded();
        var refused =
                browser.send(
                        browser.request(path)
                                .header("Content-Type", "multipart/form-data; boundary=grenze")
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(
                                        BodyPublishers.ofString(
                                                "--grenze\r\nContent-Disposition: form-data; name=\"grund\"\r\n\r\nEin langer Grund\r\n--grenze\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"a.pdf\"\r\n\r\nPDF\r\n--grenze--\r\n")));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body())
                .contains("name=\"grund\" value=\"Ein langer Grund\"")
                .contains("enctype=\"multipart/form-data\"")
                .containsPattern("type=\"file\"[^>]*name=\"datei\"");
    }

    @Test
    void aPageThatIsOnlyReadLeadsToTheProviderAndBack() {
        var browser = Rig.signedIn();
        var path = guarded();
        var refused = browser.get(path + "?schritt=3");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(Browser.location(refused))
                .startsWith("/login/bestaetigung?stufe=2&alter=300&ziel=%2Fvorhaben");
        var back =
                browser.throughProvider(Browser.location(browser.get(Browser.location(refused))));
        assertThat(Browser.location(back)).isEqualTo(path + "?schritt=3");
    }

    /** A service that is never content, a clock far off for instance, must not send in circles. */
    @Test
    void nobodyIsSentRoundInCircles() {
        var browser = Rig.signedIn();
        var path = guarded();
        browser.throughProvider(Browser.location(browser.get(Browser.location(browser.get(path)))));
        var again = browser.get(path);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body())
                .contains("Die Bestätigung hat nicht geklappt")
                .contains("href=\"/login/bestaetigung?stufe=2&amp;alter=300&amp;ziel=");
        assertThat(browser.post(path, "text=Lange+Arbeit").body())
                .contains("value=\"Lange Arbeit\"");
    }

    @Test
    void programsGetTheServicesOwnAnswer() {
        var browser = Rig.signedIn();
        Rig.APPLICATION.on("/api/application/v1/guarded", StepUpTests::refuse);
        var answer =
                browser.post("/api/application/v1/guarded", "{}", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains(CHALLENGE);
        assertThat(answer.body()).isEqualTo(PROBLEM);
    }

    @Test
    void aScriptThatReadsIsLedThereAndOneThatSavesIsTold() {
        var browser = Rig.signedIn();
        var path = guarded();
        var reading =
                browser.get(
                        path,
                        "HX-Request",
                        "true",
                        "HX-Current-URL",
                        Rig.PORTAL + "/vorhaben/1?x=y");
        assertThat(reading.headers().firstValue("HX-Redirect"))
                .contains("/login/bestaetigung?stufe=2&alter=300&ziel=%2Fvorhaben%2F1%3Fx%3Dy");
        var saving = browser.post(path, "text=x", "HX-Request", "true");
        assertThat(saving.statusCode()).isEqualTo(401);
        assertThat(saving.headers().firstValue("HX-Redirect")).isEmpty();
        assertThat(saving.body()).contains("urn:foerderkreis:problem:second-factor-required");
    }

    @Test
    void lessThanWhatWasAskedForIsNoProof() {
        var browser = Rig.signedIn();
        Rig.PROVIDER.weak = true;
        try {
            var back =
                    browser.throughProvider(
                            Browser.location(
                                    browser.get(
                                            "/login/bestaetigung?stufe=2&alter=300&ziel=/vorhaben")));
            assertThat(back.statusCode()).isEqualTo(401);
            assertThat(back.body()).contains("Die Bestätigung hat nicht geklappt");
        } finally {
            Rig.PROVIDER.weak = false;
        }
        assertThat(browser.get("/vorhaben").statusCode())
                .as("the login stays as it was")
                .isEqualTo(200);
    }

    @Test
    void somebodyElsesProofCountsForNobody() {
        var person = Rig.person("landrat");
        var browser = Rig.signedInAs(person);
        var trip = browser.get("/login/bestaetigung?stufe=2&alter=300&ziel=/vorhaben");
        Rig.PROVIDER.next = Rig.person("clerk");
        assertThat(browser.throughProvider(Browser.location(trip)).statusCode()).isEqualTo(401);
        browser.get("/vorhaben");
        Rig.PROVIDER.next = person;
        assertThat(browser.get("/hilfe").body()).contains("Landrat");
    }

    @Test
    void aMadeUpAddressGainsNothing() {
        var browser = Rig.signedIn();
        assertThat(browser.get("/login/bestaetigung?stufe=%22&alter=1").statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/login/bestaetigung?stufe=2&alter=x").statusCode()).isEqualTo(400);
        assertThat(browser.get("/login/bestaetigung").statusCode()).isEqualTo(400);
        assertThat(
                        Browser.location(
                                Rig.browser().get("/login/bestaetigung?stufe=2&alter=300&ziel=/x")))
                .isEqualTo("/login?ziel=%2Fx");
    }

    private static String guarded() {
        var path = "/vorhaben/" + UUID.randomUUID() + "/antrag/2/unterschrift";
        Rig.APPLICATION.on(path, StepUpTests::refuse);
        return path;
    }

    private static void refuse(com.sun.net.httpserver.HttpExchange exchange)
            throws java.io.IOException {
        exchange.getResponseHeaders().set("WWW-Authenticate", CHALLENGE);
        StubService.reply(exchange, 401, "application/problem+json", PROBLEM);
    }
}
