package de.foerderkreis.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Begins trips to the identity provider and remembers them until they come back. */
@Component
class Authorizations {

    private final LoginAddress addresses;
    private final LoginRequests requests;

    Authorizations(
            ClientRegistration registration,
            ClientRegistrationRepository registrations,
            LocaleResolver locales,
            SessionSettings settings,
            Clock clock) {
        this.addresses = new LoginAddress(registrations, locales);
        this.requests = new LoginRequests(registration, settings, clock);
    }

    /**
     * Where to send the browser for this purpose; the session remembers that it went.
     *
     * @param returnTo a path of this portal; anything else becomes the start page
     */
    String begin(
            HttpServletRequest request,
            HttpServletResponse response,
            Purpose purpose,
            String returnTo) {
        purpose.rememberIn(request);
        var trip =
                OAuth2AuthorizationRequest.from(
                                Objects.requireNonNull(
                                        addresses.resolve(request, LoginAddress.REGISTRATION)))
                        .attributes(it -> it.put(LoginRequests.RETURN_TO, LocalTarget.of(returnTo)))
                        .build();
        requests.saveAuthorizationRequest(trip, request, response);
        return trip.getAuthorizationRequestUri();
    }

    OAuth2AuthorizationRequestResolver resolver() {
        return addresses;
    }

    AuthorizationRequestRepository<OAuth2AuthorizationRequest> requests() {
        return requests;
    }
}
