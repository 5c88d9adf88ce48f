package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.errors.Problems;
import de.foerderkreis.gateway.protection.PublicAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** The part of the security chain that knows browsers: login, session, logout. */
@Component
public class BrowserLogin {

    private final ClientRegistration registration;
    private final ClientRegistrationRepository registrations;
    private final Authorizations authorizations;
    private final MembershipDirectory memberships;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes;
    private final StoredSessions<?> sessions;
    private final TokenRenewal renewal;
    private final SessionSettings settings;
    private final PublicAddresses addresses;
    private final Problems problems;
    private final Clock clock;

    BrowserLogin(
            ClientRegistration registration,
            ClientRegistrationRepository registrations,
            Authorizations authorizations,
            MembershipDirectory memberships,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes,
            StoredSessions<?> sessions,
            TokenRenewal renewal,
            SessionSettings settings,
            PublicAddresses addresses,
            Problems problems,
            Clock clock) {
        this.registration = registration;
        this.registrations = registrations;
        this.authorizations = authorizations;
        this.memberships = memberships;
        this.codes = codes;
        this.sessions = sessions;
        this.renewal = renewal;
        this.settings = settings;
        this.addresses = addresses;
        this.problems = problems;
        this.clock = clock;
    }

    /** What an address answers that needs a login nobody brought. */
    public AuthenticationEntryPoint loginRequired() {
        return new LoginRequired(problems);
    }

    /**
     * Adds login, session and logout to a chain.
     *
     * @param needsToken the requests a service will answer, for which the token must still last
     */
    public void applyTo(HttpSecurity http, Predicate<HttpServletRequest> needsToken) {
        var backChannel = new BackChannelLogout(sessions);
        http.addFilterBefore(new BackChannelRefusals(problems), SecurityContextHolderFilter.class)
                .addFilterAfter(
                        new SessionLoginFilter(renewal, needsToken, problems),
                        SecurityContextHolderFilter.class)
                .oauth2Login(login ->
                        login.loginPage("/login")
                                .clientRegistrationRepository(registrations)
                                .authorizedClientRepository(
                                        new LoginTokens(memberships, settings, clock))
                                .oidcSessionRegistry(backChannel)
                                .authorizationEndpoint(it ->
                                        it.authorizationRequestResolver(authorizations.resolver())
                                                .authorizationRequestRepository(
                                                        authorizations.requests()))
                                .tokenEndpoint(it -> it.accessTokenResponseClient(codes))
                                .successHandler(new LoginArrived(authorizations))
                                .failureHandler(new LoginFailed(problems)))
                .oidcLogout(logout -> logout.backChannel(it -> it.logoutHandler(backChannel)))
                .logout(logout ->
                        logout.logoutRequestMatcher(
                                        PathPatternRequestMatcher.withDefaults()
                                                .matcher(HttpMethod.POST, "/logout"))
                                .logoutSuccessHandler(new EndSession(registration, addresses)));
    }
}
