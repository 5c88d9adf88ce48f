package de.foerderkreis.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platformtest.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SampleTest
class SecurityTests {

    @Autowired MockMvcTester mvc;

    @Test
    void withoutATokenNothingIsOpenButTheOpenAddresses() {
        assertThat(mvc.get().uri("/api/sample/v1/caller"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("WWW-Authenticate", "Bearer")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:unauthenticated");
        assertThat(mvc.get().uri("/actuator/info")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri("/actuator/mappings")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri("/offen/05382")).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/health/readiness")).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/health/liveness")).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/prometheus")).hasStatusOk();
        assertThat(mvc.get().uri("/api/sample/v1/openapi.json")).hasStatusOk();
    }

    @Test
    void aTokenOfAnotherAudienceIssuerOrTimeIsRefused() {
        assertThat(caller(clerk().audience("finance-service").sign()))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(caller(clerk().issuer("http://127.0.0.1:1/realms/foerderkreis").sign()))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(caller(clerk().lifetime(Duration.ofMinutes(-5)).sign()))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(caller(clerk().sign() + "x")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(caller("garbage")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aRoleCountsOnlyInAnOrganisationOfItsKind() {
        assertThat(roles("05382", "clerk", "mayor", "partner", "reviewer"))
                .isEqualTo("[\"CLERK\"]");
        assertThat(roles("05382068", "clerk", "mayor", "municipal-official"))
                .isEqualTo("[\"MAYOR\",\"MUNICIPAL_OFFICIAL\"]");
        assertThat(roles("05382-caritas", "partner", "clerk")).isEqualTo("[\"PARTNER\"]");
        assertThat(roles("05-mais", "reviewer", "partner")).isEqualTo("[\"REVIEWER\"]");
        assertThat(roles("05382", "council-secretary", "offline_access"))
                .isEqualTo("[\"COUNCIL_SECRETARY\"]");
        assertThat(order(Tokens.of("05382068", "clerk"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(order(Tokens.clerk("05382"))).hasStatusOk();
    }

    @Test
    void withoutExactlyOneOrganisationThereIsNoAuthority() {
        assertThat(order(Tokens.custom().organisations("05382", "05358").roles("clerk").sign()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(order(Tokens.custom().roles("clerk").sign())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(order(Tokens.of("nonsense", "clerk"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(caller(Tokens.custom().roles("clerk").sign()))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void noSessionIsMadeAndNoCookieSet() {
        assertThat(caller(Tokens.clerk("05382"))).hasStatusOk().doesNotContainHeader("Set-Cookie");
    }

    private static Tokens.Custom clerk() {
        return Tokens.custom().organisations("05382").roles("clerk");
    }

    private String roles(String organisation, String... roles) {
        var body = caller(Tokens.of(organisation, roles)).getResponse();
        try {
            return body.getContentAsString().replaceAll(".*\"roles\":(\\[[^]]*]).*", "$1");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult caller(String token) {
        return mvc.get()
                .uri("/api/sample/v1/caller")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private MvcTestResult order(String token) {
        return mvc.post()
                .uri("/api/sample/v1/orders")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\":\"Titel\"}")
                .exchange();
    }
}
