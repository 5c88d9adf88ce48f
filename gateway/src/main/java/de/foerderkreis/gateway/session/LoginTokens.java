package de.foerderkreis.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Writes a finished login into the session. Nothing else asks Spring Security for an authorized
 * client: the relay reads {@link Login}.
 */
class LoginTokens implements OAuth2AuthorizedClientRepository {

    private final SessionSettings settings;
    private final Clock clock;

    LoginTokens(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registrationId, @Nullable Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = (OidcUser) Objects.requireNonNull(principal.getPrincipal());
        var access = client.getAccessToken();
        var refresh = client.getRefreshToken();
        var claims = AccessClaims.of(access.getTokenValue());
        var session = request.getSession();
        session.setAttribute(
                Login.ATTRIBUTE,
                new Login(
                        Objects.requireNonNull(person.getSubject()),
                        name(person),
                        claims.organisation(),
                        claims.roles(),
                        person.getClaimAsString("sid"),
                        person.getIdToken().getTokenValue(),
                        access.getTokenValue(),
                        access.getExpiresAt() == null ? clock.instant() : access.getExpiresAt(),
                        refresh == null ? null : refresh.getTokenValue()));
        session.setMaxInactiveInterval((int) settings.idle().toSeconds());
    }

    private static String name(OidcUser person) {
        var name =
                person.getFullName() == null ? person.getPreferredUsername() : person.getFullName();
        return name == null ? Objects.requireNonNull(person.getSubject()) : name;
    }

    @Override
    public void removeAuthorizedClient(
            String registrationId,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(Login.ATTRIBUTE);
        }
    }
}
