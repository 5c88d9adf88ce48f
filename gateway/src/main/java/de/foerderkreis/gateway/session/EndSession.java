package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.protection.PublicAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * After our own session is gone, ends the identity provider's as well (RP-initiated logout) and
 * comes back to the start page.
 */
class EndSession implements LogoutSuccessHandler {

    static final String ENDPOINT = "end_session_endpoint";

    private final String endpoint;
    private final ClientRegistration registration;
    private final PublicAddresses addresses;

    EndSession(ClientRegistration registration, PublicAddresses addresses) {
        this.registration = registration;
        this.addresses = addresses;
        this.endpoint =
                String.valueOf(
                        registration.getProviderDetails().getConfigurationMetadata().get(ENDPOINT));
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(
                authentication instanceof SignedIn signedIn
                        ? UriComponentsBuilder.fromUriString(endpoint)
                                .queryParam("id_token_hint", "{idToken}")
                                .queryParam("client_id", "{client}")
                                .queryParam("post_logout_redirect_uri", "{back}")
                                .encode()
                                .buildAndExpand(
                                        signedIn.login().idToken(),
                                        registration.getClientId(),
                                        addresses.portal() + "/")
                                .toUriString()
                        : "/");
    }
}
