package de.foerderkreis.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person's login as it stands in the session. The tokens leave this process towards the
 * services and the identity provider only.
 *
 * @param subject the identity provider's id of the person
 * @param name as shown in the frame
 * @param organisation key of the active organisation, empty if the token names not exactly one
 * @param organisations all the person may work for, as the identity provider named them at sign-in
 * @param roles upper case, for the frame of our own pages only; the services read the token
 * @param sid the identity provider's session, which a back-channel logout names
 * @param acr how the person signed in, as the identity provider names it; empty if it does not
 * @param signedInAt when the person last proved who it is
 * @param accessExpires when the access token ends
 */
public record Login(
        String subject,
        String name,
        String organisation,
        List<Organisation> organisations,
        Set<String> roles,
        String acr,
        Instant signedInAt,
        @Nullable String sid,
        String idToken,
        String accessToken,
        Instant accessExpires,
        @Nullable String refreshToken) {

    static final String ATTRIBUTE = "login";

    private static final String REQUEST_ATTRIBUTE = Login.class.getName();

    public Login {
        roles = Set.copyOf(roles);
        // A row written before these were kept names none.
        organisations = List.copyOf(Objects.requireNonNullElse(organisations, List.of()));
        acr = Objects.requireNonNullElse(acr, "");
        signedInAt = Objects.requireNonNullElse(signedInAt, Instant.EPOCH);
    }

    /** Whoever is signed in and asks this; null for the public. */
    public static @Nullable Login of(HttpServletRequest request) {
        return (Login) request.getAttribute(REQUEST_ATTRIBUTE);
    }

    void rememberIn(HttpServletRequest request) {
        request.setAttribute(REQUEST_ATTRIBUTE, this);
    }

    /** Name of the active organisation, null if it is not among those known. */
    public @Nullable String organisationName() {
        return organisations.stream()
                .filter(each -> each.alias().equals(organisation))
                .map(Organisation::name)
                .findFirst()
                .orElse(null);
    }

    boolean endsWithin(Duration margin, Instant now) {
        return !accessExpires.isAfter(now.plus(margin));
    }

    Login renewed(String newAccessToken, Instant newExpiry, @Nullable String newRefreshToken) {
        var claims = AccessClaims.of(newAccessToken);
        return new Login(
                subject,
                name,
                claims.organisation(),
                organisations,
                claims.roles(),
                claims.acr(),
                claims.signedInAt(),
                sid,
                idToken,
                newAccessToken,
                newExpiry,
                newRefreshToken == null ? refreshToken : newRefreshToken);
    }

    /** Never the tokens: this may end up in a log. */
    @Override
    public String toString() {
        return "Login[" + subject + "]";
    }
}
