package de.foerderkreis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POST, same-origin, -, 200",
                "POST, none, -, 200",
                "POST, same-site, -, 403",
                "POST, cross-site, -, 403",
                "POST, cross-site, OWN, 403",
                "POST, -, OWN, 200",
                "POST, -, http://evil.example, 403",
                "POST, -, null, 403",
                "POST, -, -, 403",
                "PUT, cross-site, -, 403",
                "PATCH, -, -, 403",
                "DELETE, cross-site, -, 403",
                "GET, cross-site, -, 200"
            })
    void changesComeFromOurOwnPages(String method, String site, String origin, int status) {
        var browser = Rig.signedIn();
        var request =
                browser.request("/vorhaben/1")
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("x"));
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.equals("OWN") ? Rig.PORTAL : origin);
        }
        var before = Rig.APPLICATION.seen.size();
        assertThat(browser.send(request).statusCode()).isEqualTo(status);
        assertThat(Rig.APPLICATION.seen.size() - before).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void aTokenMayComeFromAnywhereButOnlyToTheApi() {
        var token =
                "Bearer " + Rig.PROVIDER.accessToken(Rig.person("auditor"), Duration.ofMinutes(5));
        var program = Rig.browser();
        assertThat(
                        program.send(
                                        program.request(
                                                        "/api/application/v1/cases",
                                                        "Authorization",
                                                        token)
                                                .POST(BodyPublishers.ofString("{}")))
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        program.send(
                                        program.request("/vorhaben", "Authorization", token)
                                                .POST(BodyPublishers.ofString("a")))
                                .statusCode())
                .isEqualTo(403);
        assertThat(program.get("/vorhaben", "Authorization", token).statusCode()).isEqualTo(302);
    }

    @Test
    void aForgedFormIsNeverHandedBackForSendingAgain() {
        var browser = Rig.browser();
        var answer =
                browser.send(
                        browser.request("/vorhaben", "Sec-Fetch-Site", "cross-site")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("text=fremderText")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .doesNotContain("fremderText")
                .contains("nicht von einer Seite dieses Portals");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 1048576, 200",
        "application/json, 1048577, 413",
        "application/x-www-form-urlencoded, 1048576, 200",
        "application/x-www-form-urlencoded, 1048577, 413",
        "multipart/form-data; boundary=x, 20971520, 200",
        "multipart/form-data; boundary=x, 22020097, 413"
    })
    void bodiesHaveALimitAnnouncedOrNot(String type, int size, int status) {
        var browser = Rig.signedIn();
        var body = new byte[size];
        java.util.Arrays.fill(body, (byte) 'a');
        var announced =
                browser.send(
                        browser.request("/vorhaben/gross", "Sec-Fetch-Site", "same-origin")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(announced.statusCode()).isEqualTo(status);
        if (status == 200) {
            assertThat(Rig.APPLICATION.last().body()).hasSize(size);
        }
        var chunked =
                browser.send(
                        browser.request(
                                        "/vorhaben/gross",
                                        "Sec-Fetch-Site",
                                        "same-origin",
                                        "Accept",
                                        "application/json")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofInputStream(() -> stream(body))));
        assertThat(chunked.statusCode()).isEqualTo(status);
        if (status == 413) {
            assertThat(chunked.body())
                    .contains("urn:foerderkreis:problem:body-too-large")
                    .contains(size > 2_000_000 ? "21 MB" : "1 MB");
        }
    }

    private static InputStream stream(byte[] body) {
        return new ByteArrayInputStream(body);
    }

    @Test
    void whoeverAsksTooOftenWaitsAndNobodyElse() {
        var eager = Rig.signedIn().at(Rig.OTHER);
        var calm = Rig.signedIn().at(Rig.OTHER);
        HttpResponse<String> answer = eager.get("/api/application/v1/cases");
        assertThat(answer.headers().firstValue("RateLimit-Limit")).contains("40");
        for (var i = 0; i < 80 && answer.statusCode() == 200; i++) {
            answer = eager.get("/api/application/v1/cases");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 10));
        assertThat(answer.body()).contains("urn:foerderkreis:problem:too-many-requests");
        assertThat(calm.get("/api/application/v1/cases").statusCode()).isEqualTo(200);

        var page = eager.post("/vorhaben", "text=Das+bleibt+stehen");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("value=\"Das bleibt stehen\"");
    }

    @Test
    void withoutALoginTheAddressCountsAlsoForWrongTokens() throws Exception {
        // Another address of this machine, so that the other tests keep theirs.
        try (var client =
                HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.3")).build()) {
            var last = 0;
            for (var i = 0; i < 120 && last != 429; i++) {
                last =
                        client.send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                Rig.OTHER.replace(
                                                                                "localhost",
                                                                                "127.0.0.1")
                                                                        + "/api/application/v1/cases"))
                                                .header("Authorization", "Bearer wrong" + i)
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode();
                assertThat(last).isIn(401, 429);
            }
            assertThat(last).isEqualTo(429);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hilfe",
                "/gibtesnicht",
                "/vorhaben",
                "/api/application/v1/cases",
                "/offen/05382/ki",
                "/login"
            })
    void everyAnswerCarriesTheSecurityHeaders(String address) {
        var headers = Rig.browser().get(address).headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self' "
                                + Rig.PROVIDER.address()
                                + "; frame-ancestors 'none'; base-uri 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Strict-Transport-Security")).as("only behind TLS").isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void ourOwnPagesObeyTheirPolicy() {
        for (var page : new String[] {"/hilfe", "/impressum", "/gibtesnicht"}) {
            assertThat(Rig.browser().get(page).body())
                    .doesNotContainPattern("<style|style=\"|<script>|\\son[a-z]+=\"|javascript:")
                    .doesNotContain("https://cdn");
        }
    }

    @Test
    void healthAndMetricsAreForTheMachineItself() {
        assertThat(
                        Rig.browser()
                                .get("/actuator/health/readiness", "Accept", "application/json")
                                .body())
                .contains("UP");
        assertThat(Rig.browser().get("/actuator/prometheus", "Accept", "text/plain").body())
                .contains("gateway_session_reads_total");
        assertThat(
                        Rig.browser()
                                .get("/actuator/prometheus", "X-Forwarded-For", "10.1.1.1")
                                .statusCode())
                .isEqualTo(404);
        assertThat(Rig.browser().get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void assetsMayBeKeptForEver() throws IOException {
        var answer = Rig.browser().get("/assets/" + SessionTests.asset("kern.css"));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
