package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.protection.PublicAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.servlet.LocaleResolver;

/** The way to the login page, with the place to return to and the reader's language. */
class LoginAddress implements OAuth2AuthorizationRequestResolver {

    static final String REGISTRATION = "keycloak";
    static final String BASE = "/oauth2/authorization";

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
        return URI.create(
                addresses.portal()
                        + BASE
                        + "/"
                        + REGISTRATION
                        + "?"
                        + LocalTarget.PARAMETER
                        + "="
                        + URLEncoder.encode(target, StandardCharsets.UTF_8));
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
        return OAuth2AuthorizationRequest.from(login)
                .attributes(attributes ->
                        attributes.put(
                                LoginRequests.RETURN_TO,
                                LocalTarget.of(request.getParameter(LocalTarget.PARAMETER))))
                .additionalParameters(
                        parameters -> parameters.put("ui_locales", locale.getLanguage()))
                .build();
    }
}
