package de.foerderkreis.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Writes what a trip to the identity provider brought into the session: first for whom somebody may
 * work, then the login for one organisation. Nothing else asks Spring Security for an authorized
 * client: the relay reads {@link Login}.
 */
class LoginTokens implements OAuth2AuthorizedClientRepository {

    /** Somebody else came back than went; the error code is our own. */
    static final String OTHER_PERSON = "other_person";

    /** The identity provider was content with less than it was asked for. */
    static final String WEAK_PROOF = "weak_proof";

    private final MembershipDirectory directory;
    private final SessionSettings settings;
    private final Clock clock;

    LoginTokens(MembershipDirectory directory, SessionSettings settings, Clock clock) {
        this.directory = directory;
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
        var purpose = Purpose.of(request);
        var session = request.getSession();
        if (purpose.step() == Purpose.Step.PERSON) {
            session.setAttribute(
                    Memberships.ATTRIBUTE,
                    directory.of(
                            Objects.requireNonNull(person.getSubject()),
                            client.getAccessToken().getTokenValue()));
            return;
        }
        var login = login(client, person, request);
        check(purpose, login);
        session.setAttribute(Login.ATTRIBUTE, login);
        session.removeAttribute(Memberships.ATTRIBUTE);
        session.setMaxInactiveInterval((int) settings.idle().toSeconds());
    }

    private static void check(Purpose purpose, Login login) {
        if (!purpose.concerns(login.subject())) {
            throw new OAuth2AuthenticationException(OTHER_PERSON);
        }
        if (purpose.step() == Purpose.Step.PROOF
                && !Arrays.asList(purpose.acr().split(" ")).contains(login.acr())) {
            throw new OAuth2AuthenticationException(WEAK_PROOF);
        }
    }

    private Login login(
            OAuth2AuthorizedClient client, OidcUser person, HttpServletRequest request) {
        var access = client.getAccessToken();
        var refresh = client.getRefreshToken();
        var claims = AccessClaims.of(access.getTokenValue());
        var subject = Objects.requireNonNull(person.getSubject());
        return new Login(
                subject,
                name(person),
                claims.organisation(),
                organisations(subject, request),
                claims.roles(),
                claims.acr(),
                claims.signedInAt(),
                person.getClaimAsString("sid"),
                person.getIdToken().getTokenValue(),
                access.getTokenValue(),
                access.getExpiresAt() == null ? clock.instant() : access.getExpiresAt(),
                refresh == null ? null : refresh.getTokenValue());
    }

    /** As read a moment ago, or when this session began. */
    private static List<Organisation> organisations(String subject, HttpServletRequest request) {
        if (request.getSession().getAttribute(Memberships.ATTRIBUTE)
                        instanceof Memberships memberships
                && memberships.subject().equals(subject)) {
            return memberships.organisations();
        }
        var before = Login.of(request);
        return before != null && before.subject().equals(subject)
                ? before.organisations()
                : List.of();
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
