package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.session.PendingLogins.Pending;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Keeps begun logins in the session by their state, so that two windows signing in at once both
 * succeed. The verifier of PKCE never leaves the server.
 */
class LoginRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String RETURN_TO = "return_to";

    private final ClientRegistration registration;
    private final SessionSettings settings;
    private final Clock clock;

    LoginRequests(ClientRegistration registration, SessionSettings settings, Clock clock) {
        this.registration = registration;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(
            HttpServletRequest request) {
        return pending(request).map(this::restored).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest login,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (login == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        var pending =
                new Pending(
                        Objects.requireNonNull(login.getState()),
                        Objects.requireNonNull(
                                login.<String>getAttribute(OidcParameterNames.NONCE)),
                        Objects.requireNonNull(
                                login.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                        Objects.requireNonNull(login.<String>getAttribute(RETURN_TO)),
                        clock.instant(),
                        Purpose.of(request));
        var session = request.getSession(true);
        session.setAttribute(
                PendingLogins.ATTRIBUTE, all(request).with(pending, settings.pending()));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var found = pending(request);
        found.ifPresent(pending -> {
            request.getSession()
                    .setAttribute(PendingLogins.ATTRIBUTE, all(request).without(pending));
            request.setAttribute(RETURN_TO, pending.returnTo());
            pending.purpose().rememberIn(request);
        });
        return found.map(this::restored).orElse(null);
    }

    /** Where the login just finished wanted to go. */
    static String returnTo(HttpServletRequest request) {
        return request.getAttribute(RETURN_TO) instanceof String target ? target : "/";
    }

    private static PendingLogins all(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(PendingLogins.ATTRIBUTE)
                                instanceof PendingLogins logins
                ? logins
                : new PendingLogins(List.of());
    }

    private Optional<Pending> pending(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        return state == null
                ? Optional.empty()
                : all(request)
                        .of(state)
                        .filter(pending ->
                                pending.startedAt()
                                        .isAfter(clock.instant().minus(settings.pending())));
    }

    private OAuth2AuthorizationRequest restored(Pending pending) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(
                                registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(Objects.requireNonNull(registration.getRedirectUri()))
                .scopes(registration.getScopes())
                .state(pending.state())
                .attributes(
                        Map.of(
                                OAuth2ParameterNames.REGISTRATION_ID,
                                        registration.getRegistrationId(),
                                OidcParameterNames.NONCE, pending.nonce(),
                                PkceParameterNames.CODE_VERIFIER, pending.codeVerifier()))
                .build();
    }
}
