package de.foerderkreis.gateway.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AnswerHeadersTests {

    @Test
    void insistOnEncryptionBehindTlsAndNameTheLoginsOrigin() throws Exception {
        var addresses =
                new PublicAddresses(
                        URI.create("https://foerderkreis.example"),
                        URI.create("https://login.example:443/realms/x"));
        var response = new MockHttpServletResponse();
        new AnswerHeaders(addresses)
                .doFilter(new MockHttpServletRequest(), response, new MockFilterChain());

        assertThat(response.getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("form-action 'self' https://login.example;");
        assertThat(addresses.portalOrigin()).isEqualTo("https://foerderkreis.example");
    }
}
