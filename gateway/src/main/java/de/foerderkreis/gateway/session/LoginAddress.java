package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.protection.PublicAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The way to the login page, with the place to return to, the reader's language and what the trip
 * is for.
 */
class LoginAddress implements OAuth2AuthorizationRequestResolver {

    static final String REGISTRATION = "keycloak";
    static final String BASE = "/oauth2/authorization";

    /** Keycloak's scope for one organisation is this, a colon and its alias. */
    private static final String ORGANISATION = "organization:";

    /** Lets the person's own organisations be read; see infra/keycloak. */
    private static final String MEMBERSHIPS = "memberships";

    private final OAuth2AuthorizationRequestResolver standard;
    private final LocaleResolver locales;

    LoginAddress(ClientRegistrationRepository registrations, LocaleResolver locales) {
        this.standard = new DefaultOAuth2AuthorizationRequestResolver(registrations, BASE);
        this.locales = locales;
    }

    /** Our own address that leads to the login and back to {@code target}. */
    static String with(String target) {
        return target.equals("/")
                ? "/login"
                : "/login?"
                        + LocalTarget.PARAMETER
                        + "="
                        + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    /** Always on the portal's own host: the cookie set there has to be the one that comes back. */
    static URI start(PublicAddresses addresses, String target) {
        return URI.create(addresses.portal() + start(target));
    }

    static String start(String target) {
        return BASE
                + "/"
                + REGISTRATION
                + "?"
                + LocalTarget.PARAMETER
                + "="
                + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return request.getRequestURI().startsWith(BASE + "/")
                ? completed(request, standard.resolve(request))
                : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(
            HttpServletRequest request, String registrationId) {
        return completed(request, standard.resolve(request, registrationId));
    }

    private @Nullable OAuth2AuthorizationRequest completed(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest login) {
        if (login == null) {
            return null;
        }
        Locale locale = locales.resolveLocale(request);
        var purpose = Purpose.of(request);
        var scopes = new LinkedHashSet<>(login.getScopes());
        if (purpose.step() == Purpose.Step.PERSON) {
            scopes.add(MEMBERSHIPS);
        } else if (!purpose.organisation().isEmpty()) {
            scopes.add(ORGANISATION + purpose.organisation());
        }
        return OAuth2AuthorizationRequest.from(login)
                .scopes(scopes)
                .attributes(attributes ->
                        attributes.put(
                                LoginRequests.RETURN_TO,
                                LocalTarget.of(request.getParameter(LocalTarget.PARAMETER))))
                .additionalParameters(parameters -> {
                    parameters.put("ui_locales", locale.getLanguage());
                    if (purpose.step() == Purpose.Step.PROOF) {
                        proof(parameters, purpose);
                    }
                })
                .build();
    }

    /**
     * The level is an essential claim, so that the identity provider refuses rather than lets
     * somebody return with less (OpenID Connect Core section 5.5.1.1).
     */
    private static void proof(Map<String, Object> parameters, Purpose purpose) {
        parameters.put("acr_values", purpose.acr());
        parameters.put("max_age", Integer.toString(purpose.maxAge()));
        parameters.put(
                "claims",
                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"%s\"]}}}"
                        .formatted(String.join("\",\"", purpose.acr().split(" "))));
    }
}
