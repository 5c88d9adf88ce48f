package de.foerderkreis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTests {

    @ParameterizedTest
    @CsvSource({
        "/, NOTIFICATION",
        "/nachrichten, NOTIFICATION",
        "/nachrichten/zustellung, NOTIFICATION",
        "/kalender.ics, NOTIFICATION",
        "/suche, NOTIFICATION",
        "/l/n/abc, NOTIFICATION",
        "/demo/clock/next, NOTIFICATION",
        "/vorhaben/1/akte, APPLICATION",
        "/offen/05382/ki, APPLICATION",
        "/finanzen/1/umlage, FINANCE",
        "/beteiligung/1, STAKEHOLDER",
        "/kommunen, STAKEHOLDER",
        "/partner, STAKEHOLDER",
        "/gremien, STAKEHOLDER",
        "/sitzungen, STAKEHOLDER",
        "/personen, STAKEHOLDER",
        "/l/abc, STAKEHOLDER",
        "/l/nachbar, STAKEHOLDER",
        "/pruefung/application/spur, APPLICATION",
        "/pruefung/finance, FINANCE",
        "/pruefung/stakeholder, STAKEHOLDER",
        "/pruefung/notification, NOTIFICATION",
        "/api/application/v1/cases, APPLICATION",
        "/api/finance/v1/levy-bases, FINANCE",
        "/api/stakeholder/v1/rounds, STAKEHOLDER",
        "/api/notification/v1/inbox, NOTIFICATION"
    })
    void everyAddressHasItsService(String address, String service) {
        var stub =
                switch (service) {
                    case "APPLICATION" -> Rig.APPLICATION;
                    case "FINANCE" -> Rig.FINANCE;
                    case "STAKEHOLDER" -> Rig.STAKEHOLDER;
                    default -> Rig.NOTIFICATION;
                };
        var mark = "?n=" + System.nanoTime();
        assertThat(Rig.signedIn().get(address + mark).statusCode()).isEqualTo(200);
        assertThat(stub.last().target()).isEqualTo(address + mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/../vorhaben",
                "/api/application/..;/actuator/env",
                "/api/application/%2e%2e/actuator",
                "/vorhaben%2f..%2factuator",
                "//vorhaben",
                "/vorhaben/%5c..",
                "/api/application/v1/x;jsessionid=1",
                "/vorhaben/a%0ab"
            })
    void crookedPathsAreRefused(String path) {
        var before = Rig.APPLICATION.seen.size();
        var answer = Rig.signedIn().get(path, "Accept", "application/json");
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(Rig.APPLICATION.seen).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gibtesnicht",
                "/api/unbekannt/v1/x",
                "/vorhabenx",
                "/pruefung/gateway",
                "/actuator/env",
                "/api/application-service/actuator"
            })
    void whatNoRouteCoversDoesNotExist(String path) {
        assertThat(Rig.browser().get(path).statusCode()).isEqualTo(404);
        assertThat(Rig.signedIn().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theServiceGetsTheTokenAndNothingElseOfTheSession() {
        var person = Rig.person("treasurer");
        var browser = Rig.signedInAs(person);
        browser.cookies.put("lang", "en");
        browser.cookies.put("fk-merker", "x");
        browser.cookies.put("andere", "geheim");
        browser.get(
                "/finanzen",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-For",
                "1.2.3.4",
                "Forwarded",
                "host=evil.example",
                "Authorization",
                "Bearer forged",
                "X-Original-URL",
                "/admin",
                "X-User",
                "landrat",
                "traceparent",
                "00-11111111111111111111111111111111-2222222222222222-01",
                "baggage",
                "a=b",
                "Accept",
                "text/html");
        var seen = Rig.FINANCE.last();

        assertThat(seen.header("Authorization")).startsWith("Bearer eyJ");
        assertThat(seen.headers().get("Authorization")).hasSize(1);
        assertThat(seen.header("Cookie"))
                .contains("lang=en")
                .contains("fk-merker=x")
                .doesNotContain("SESSION")
                .doesNotContain("andere");
        assertThat(seen.header("X-Forwarded-Host"))
                .isEqualTo(Rig.PORTAL.substring("http://".length()));
        assertThat(seen.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(seen.header("X-Forwarded-Port"))
                .isEqualTo(Rig.PORTAL.substring(Rig.PORTAL.lastIndexOf(':') + 1));
        assertThat(seen.header("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
                .doesNotContain("1111111111");
        assertThat(
                        seen.headers().keySet().stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet()))
                .doesNotContain(
                        "x-user",
                        "forwarded",
                        "x-forwarded-for",
                        "x-original-url",
                        "baggage",
                        "origin");
    }

    @Test
    void theStartPageIsForEverybodyAndOnesOwnForWhoeverIsSignedIn() {
        Rig.browser().get("/");
        assertThat(Rig.NOTIFICATION.last().header("Authorization")).isNull();

        Rig.signedIn().get("/");
        assertThat(Rig.NOTIFICATION.last().header("Authorization")).startsWith("Bearer ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/offen/05382/ki", "/l/abc"})
    void publicPagesAreTheSameForEverybody(String page) {
        var browser = Rig.signedIn();
        var stub = page.startsWith("/offen") ? Rig.APPLICATION : Rig.STAKEHOLDER;
        assertThat(browser.get(page).statusCode()).isEqualTo(200);
        assertThat(stub.last().header("Authorization")).isNull();
    }

    @Test
    void addressAndBodyPassByteForByte() {
        var browser = Rig.signedIn();
        var form = "b=1&a=%C3%A4+%2B&b=2&leer=&ohne&kaputt=%ZZ";
        browser.post("/vorhaben/suche?y=2&x=1&y=3&z=%20a", form);
        assertThat(Rig.APPLICATION.last().target()).isEqualTo("/vorhaben/suche?y=2&x=1&y=3&z=%20a");
        assertThat(Rig.APPLICATION.last().text()).isEqualTo(form);
        assertThat(Rig.APPLICATION.last().header("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded");
        assertThat(Rig.APPLICATION.last().headers().get("Content-Type")).hasSize(1);

        var json = "{\"name\":\"Königswinter\"}";
        browser.send(
                browser.request("/api/application/v1/cases", "Origin", Rig.PORTAL)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
        assertThat(Rig.APPLICATION.last().method()).isEqualTo("PUT");
        assertThat(Rig.APPLICATION.last().text()).isEqualTo(json);
    }

    @Test
    void answersPassWithoutWhatIsTheGateways() {
        Rig.APPLICATION.on(
                "/vorhaben/antwort",
                exchange -> {
                    var headers = exchange.getResponseHeaders();
                    headers.add("Set-Cookie", "JSESSIONID=1; Path=/");
                    headers.add("Set-Cookie", "fk-flash=saved; Path=/");
                    headers.set("Content-Security-Policy", "default-src *");
                    headers.set("X-Frame-Options", "ALLOWALL");
                    headers.set("Server", "tomcat");
                    headers.set("ETag", "\"7\"");
                    headers.set("Content-Disposition", "attachment; filename=a.csv");
                    StubService.reply(exchange, 200, "text/csv", "a;b");
                });
        var answer = Rig.signedIn().get("/vorhaben/antwort");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly("fk-flash=saved; Path=/");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .allMatch(csp -> csp.startsWith("default-src 'none'"));
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Content-Disposition")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).isEqualTo("a;b");
    }

    @Test
    void aServiceThatNamesItselfInARedirectMeansThePortal() {
        Rig.APPLICATION.on(
                "/vorhaben/neu",
                exchange -> {
                    exchange.getResponseHeaders()
                            .set("Location", Rig.APPLICATION.address() + "/vorhaben/17");
                    StubService.reply(exchange, 303, "text/plain", "");
                });
        var answer = Rig.signedIn().post("/vorhaben/neu", "a=b");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).isEqualTo("/vorhaben/17");
    }

    @Test
    void programsBringTheirOwnTokenToTheApi() {
        var token = Rig.PROVIDER.accessToken(Rig.person("auditor"), Duration.ofMinutes(5));
        var answer =
                Rig.browser()
                        .send(
                                Rig.browser()
                                        .request(
                                                "/api/finance/v1/levy-effects",
                                                "Authorization",
                                                "Bearer " + token,
                                                "Accept",
                                                "application/json")
                                        .POST(BodyPublishers.ofString("{}"))
                                        .header("Content-Type", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Rig.FINANCE.last().header("Authorization")).isEqualTo("Bearer " + token);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void apiDescriptionsArePublic() {
        assertThat(
                        Rig.browser()
                                .get("/api/finance/v1/openapi.json", "Accept", "application/json")
                                .statusCode())
                .isEqualTo(200);
        assertThat(Rig.FINANCE.last().header("Authorization")).isNull();
    }

    @Test
    void aLongAnswerStreamsThrough() {
        var body = "0123456789".repeat(300_000);
        Rig.APPLICATION.on(
                "/vorhaben/lang",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody()
                            .write(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                });
        assertThat(Rig.signedIn().get("/vorhaben/lang").body()).hasSize(body.length());
    }
}
