package de.foerderkreis.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class SessionTests {

    @Test
    void manyRequestsCostTheDatabaseFewReads() {
        var browser = Rig.signedIn();
        browser.get("/vorhaben");
        var before = Rig.metric(Rig.FIRST, "gateway.session.reads");
        var began = System.nanoTime();
        for (var i = 0; i < 100; i++) {
            browser.get("/vorhaben");
        }
        var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        assertThat(Rig.metric(Rig.FIRST, "gateway.session.reads") - before)
                .isLessThanOrEqualTo(2 + seconds / 3.0);
    }

    @Test
    void publicPagesAndAssetsDoNotLookAtTheSession() {
        var browser = Rig.signedIn();
        var other = browser.at(Rig.OTHER);
        var before = Rig.metric(Rig.SECOND, "gateway.session.reads");
        other.get("/offen/05382/ki");
        other.get("/l/abc");
        assertThat(other.get("/assets/" + asset("fk.css")).statusCode()).isEqualTo(200);
        other.get("/actuator/health");
        assertThat(Rig.metric(Rig.SECOND, "gateway.session.reads")).isEqualTo(before);
        other.get("/vorhaben");
        assertThat(Rig.metric(Rig.SECOND, "gateway.session.reads")).isEqualTo(before + 1);
    }

    @Test
    void theTimeOfLastUseIsWrittenAtMostOnceAMinute() {
        var person = Rig.person("clerk");
        var browser = Rig.signedInAs(person);
        var login = lastAccess(person);
        browser.get("/vorhaben");
        browser.get("/vorhaben");
        assertThat(lastAccess(person)).isEqualTo(login);

        Rig.database()
                .sql(
                        "update spring_session set last_access_time = last_access_time - 120000 where session_id = (select session_id from session_login where subject = ?)")
                .param(person.subject())
                .update();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    browser.get("/vorhaben");
                    assertThat(lastAccess(person)).isGreaterThanOrEqualTo(login);
                });
    }

    static String asset(String name) {
        try {
            return PropertiesLoaderUtils.loadAllProperties("META-INF/portal-assets.properties")
                    .getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lastAccess(StubProvider.Person person) {
        return Rig.database()
                .sql(
                        "select last_access_time from spring_session s join session_login l using (session_id) where l.subject = ?")
                .param(person.subject())
                .query(Long.class)
                .single();
    }

    @Test
    void aSessionNobodyUsesEnds() {
        var person = Rig.person("clerk");
        var browser = Rig.signedInAs(person);
        Rig.database()
                .sql(
                        "update spring_session set last_access_time = 0, expiry_time = 1800000 where session_id = (select session_id from session_login where subject = ?)")
                .param(person.subject())
                .update();
        await().atMost(Duration.ofSeconds(6))
                .untilAsserted(
                        () -> assertThat(browser.get("/vorhaben").statusCode()).isEqualTo(302));
    }

    @Test
    void theDatabaseHoldsNeitherJavaObjectsNorReadableTokens() {
        Rig.signedIn();
        var kinds =
                Rig.database()
                        .sql(
                                "select distinct get_byte(attribute_bytes, 0) || '/' || get_byte(attribute_bytes, 1) from spring_session_attributes")
                        .query(String.class)
                        .list();
        assertThat(kinds).isSubsetOf("76/1", "77/1", "80/1");
    }

    @Test
    void manyRequestsOfOneSessionRenewItsTokenOnce() throws Exception {
        var browser = Rig.signedInFor(Duration.ofSeconds(15));
        var other = browser.at(Rig.OTHER);
        Rig.PROVIDER.renewalTakes = Duration.ofMillis(300);
        var renewals = Rig.PROVIDER.renewals.get();
        var refused = Rig.PROVIDER.refusedRenewals.get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, 24)
                            .<Callable<Integer>>mapToObj(i ->
                                    () ->
                                            (i % 2 == 0 ? browser : other)
                                                    .get("/vorhaben")
                                                    .statusCode())
                            .toList();
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            Rig.PROVIDER.renewalTakes = Duration.ZERO;
        }
        assertThat(Rig.PROVIDER.renewals.get() - renewals).isEqualTo(1);
        assertThat(Rig.PROVIDER.refusedRenewals.get()).isEqualTo(refused);
    }

    @Test
    void aRenewedTokenIsTheOneThatGoesOn() {
        var browser = Rig.signedInFor(Duration.ofSeconds(15));
        browser.get("/vorhaben");
        var first = Rig.APPLICATION.last().header("Authorization");
        browser.get("/vorhaben");
        assertThat(Rig.APPLICATION.last().header("Authorization")).isEqualTo(first);
        assertThat(browser.get("/hilfe").body()).contains("Anna Muster");
    }

    @Test
    void aRefusedRenewalEndsTheSessionAndLeadsToTheLogin() {
        var browser = Rig.signedInFor(Duration.ofSeconds(1));
        Rig.PROVIDER.endAllRefreshTokens();
        var answer = browser.get("/vorhaben/9");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).isEqualTo("/login?ziel=%2Fvorhaben%2F9");
        assertThat(browser.cookies).doesNotContainKey("SESSION");
    }

    @Test
    void aProviderThatIsDownEndsNoSession() {
        var stillValid = Rig.signedInFor(Duration.ofSeconds(15));
        var over = Rig.signedInFor(Duration.ofSeconds(1));
        Rig.PROVIDER.failing = true;
        try {
            assertThat(stillValid.get("/vorhaben").statusCode()).isEqualTo(200);
            var answer = over.post("/vorhaben/1", "text=Lange+Arbeit");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("value=\"Lange Arbeit\"");
        } finally {
            Rig.PROVIDER.failing = false;
        }
        assertThat(over.get("/vorhaben").statusCode()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsBothSessions() {
        var browser = Rig.signedIn();
        var old = browser.at(Rig.PORTAL);
        var answer = browser.post("/logout", "");

        assertThat(answer.statusCode()).isEqualTo(302);
        var query = StubProvider.query(URI.create(Browser.location(answer)));
        assertThat(Browser.location(answer))
                .startsWith(Rig.PROVIDER.issuer() + "/protocol/openid-connect/logout?");
        assertThat(query)
                .containsEntry("client_id", "gateway")
                .containsEntry("post_logout_redirect_uri", Rig.PORTAL + "/");
        assertThat(query.get("id_token_hint")).startsWith("eyJ");
        assertThat(browser.cookies).doesNotContainKey("SESSION");
        assertThat(old.get("/vorhaben").statusCode())
                .as("the old cookie opens nothing")
                .isEqualTo(302);
        assertThat(Browser.location(Rig.browser().post("/logout", ""))).isEqualTo("/");
    }

    @Test
    void aLogoutReachesEveryInstanceWithinFiveSeconds() {
        var browser = Rig.signedIn();
        var other = browser.at(Rig.OTHER);
        assertThat(other.get("/vorhaben").statusCode()).isEqualTo(200);
        var began = System.nanoTime();
        browser.post("/logout", "");
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> other.get("/vorhaben").statusCode() == 302);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theProvidersLogoutEndsTheSessionOnEveryInstance() {
        var person = Rig.person("mayor");
        var browser = Rig.signedInAs(person);
        var bystander = Rig.signedIn();
        assertThat(browser.get("/vorhaben").statusCode()).isEqualTo(200);

        assertThat(backChannel(Rig.OTHER, Rig.PROVIDER.logoutToken(person))).isEqualTo(200);

        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> browser.get("/vorhaben").statusCode() == 302);
        assertThat(bystander.get("/vorhaben").statusCode()).isEqualTo(200);
    }

    @Test
    void aLogoutTokenOfAStrangerEndsNothing() {
        var person = Rig.person("mayor");
        var browser = Rig.signedInAs(person);
        assertThat(backChannel(Rig.PORTAL, Rig.PROVIDER.strangersLogoutToken(person)))
                .isEqualTo(400);
        assertThat(backChannel(Rig.PORTAL, Rig.PROVIDER.accessToken(person, Duration.ofMinutes(1))))
                .isEqualTo(400);
        assertThat(browser.get("/vorhaben").statusCode()).isEqualTo(200);
    }

    private static int backChannel(String instance, String token) {
        var provider = new Browser(instance);
        return provider.send(
                        provider.request("/logout/connect/back-channel/keycloak", "Accept", "*/*")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "logout_token="
                                                        + URLEncoder.encode(
                                                                token, StandardCharsets.UTF_8))))
                .statusCode();
    }
}
