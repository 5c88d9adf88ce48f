package de.foerderkreis.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.gateway.protection.PublicAddresses;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class SessionCookieTests {

    @Test
    void isBoundToHostAndEncryptionBehindTls() {
        assertThat(written("https://foerderkreis.example"))
                .startsWith("__Host-SESSION=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void isPlainOnTheLoopback() {
        assertThat(written("http://localhost:8080"))
                .startsWith("SESSION=")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    private static String written(String portal) {
        var addresses =
                new PublicAddresses(
                        URI.create(portal), URI.create("https://login.example/realms/x"));
        var response = new MockHttpServletResponse();
        new SessionConfiguration()
                .sessionCookie(addresses)
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "1"));
        return response.getHeader("Set-Cookie");
    }
}
