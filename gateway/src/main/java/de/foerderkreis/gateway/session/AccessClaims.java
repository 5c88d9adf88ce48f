package de.foerderkreis.gateway.session;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the frame of our own pages shows of an access token. The signature was the token endpoint's
 * connection; nothing is granted by this.
 *
 * @param organisation the one organisation named, empty if none or several are
 * @param acr how the person signed in, empty if the token does not say
 * @param signedInAt when; the epoch if the token does not say
 */
record AccessClaims(String organisation, Set<String> roles, String acr, Instant signedInAt) {

    static AccessClaims of(String accessToken) {
        try {
            var claims = JWTParser.parse(accessToken).getJWTClaimsSet();
            var organisations = organisations(claims.getClaim("organization"));
            return new AccessClaims(
                    organisations.size() == 1
                            ? String.valueOf(organisations.iterator().next())
                            : "",
                    roles(claims),
                    Objects.toString(claims.getClaim("acr"), ""),
                    claims.getClaim("auth_time") instanceof Number seconds
                            ? Instant.ofEpochSecond(seconds.longValue())
                            : Instant.EPOCH);
        } catch (ParseException opaque) {
            // An identity provider may issue opaque tokens; then the frame shows the name alone.
            return new AccessClaims("", Set.of(), "", Instant.EPOCH);
        }
    }

    private static Set<String> roles(JWTClaimsSet claims) {
        return claims.getClaim("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof Collection<?> each
                ? each.stream()
                        .map(role ->
                                String.valueOf(role).toUpperCase(Locale.ROOT).replace('-', '_'))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** A list of aliases, or a map by alias as soon as attributes are added. */
    private static Collection<?> organisations(@org.jspecify.annotations.Nullable Object claim) {
        return switch (claim) {
            case Collection<?> aliases -> aliases;
            case Map<?, ?> byAlias -> byAlias.keySet();
            case null, default -> Set.of();
        };
    }
}
