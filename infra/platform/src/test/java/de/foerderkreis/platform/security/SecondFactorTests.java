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
class SecondFactorTests {

    private static final String CHALLENGE =
            "Bearer error=\"insufficient_user_authentication\", error_description=\"A fresh second factor is required\", acr_values=\"2\", max_age=\"%d\"";

    @Autowired MockMvcTester mvc;

    @Test
    void aPasswordAloneIsAskedForMore() {
        assertThat(sign(Tokens.landrat("05382"), "de"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("WWW-Authenticate", CHALLENGE.formatted(300))
                .hasHeader("Cache-Control", "no-store")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"type":"urn:foerderkreis:problem:second-factor-required","status":401,
                         "title":"Bestätigungscode nötig","acrValues":"2","maxAge":300}
                        """);
        assertThat(sign(Tokens.landrat("05382"), "en"))
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("confirmation code")
                .contains("5 minutes");
    }

    @Test
    void aSecondFactorCountsForFiveMinutes() {
        assertThat(sign(Tokens.steppedUp("05382", "landrat"), "de"))
                .hasStatusOk()
                .hasBodyTextEqualTo("signed: Antrag");
        assertThat(sign(signedIn("2", Duration.ofSeconds(280)), "de")).hasStatusOk();
        assertThat(sign(signedIn("2", Duration.ofSeconds(301)), "de"))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(sign(signedIn("1", Duration.ZERO), "de")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(sign(signedIn("22", Duration.ZERO), "de")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void theMethodSaysHowOldIsTooOld() {
        assertThat(page(signedIn("2", Duration.ofSeconds(50)))).hasStatusOk();
        assertThat(page(signedIn("2", Duration.ofSeconds(61))))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("WWW-Authenticate", CHALLENGE.formatted(60));
    }

    @Test
    void whoMayNotAnywayIsNotAskedForACode() {
        assertThat(sign(Tokens.clerk("05382"), "de")).hasStatus(HttpStatus.FORBIDDEN);
    }

    /** The sample's handler catches every problem to show its form again, as real pages do. */
    @Test
    void noPageTakesItForAnErrorOfItsForm() {
        assertThat(
                        mvc.post()
                                .uri("/unterschrift")
                                .header("Authorization", "Bearer " + Tokens.landrat("05382"))
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .content("text=Antrag"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("WWW-Authenticate", CHALLENGE.formatted(300));
    }

    private static String signedIn(String acr, Duration ago) {
        return Tokens.custom()
                .organisations("05382")
                .roles("landrat")
                .acr(acr)
                .signedIn(ago)
                .sign();
    }

    private MvcTestResult sign(String token, String language) {
        return mvc.post()
                .uri("/api/sample/v1/signatures")
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language)
                .exchange();
    }

    private MvcTestResult page(String token) {
        return mvc.get().uri("/unterschrift").header("Authorization", "Bearer " + token).exchange();
    }
}
