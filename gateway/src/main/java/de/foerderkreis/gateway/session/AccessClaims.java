package de.foerderkreis.gateway.session;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the frame of our own pages shows of an access token. The signature was the token endpoint's
 * connection; nothing is granted by this.
 */
record AccessClaims(String organisation, Set<String> roles) {

    static AccessClaims of(String accessToken) {
        try {
            var claims = JWTParser.parse(accessToken).getJWTClaimsSet();
            var organisations =
                    claims.getClaim("organization") instanceof Collection<?> each ? each : Set.of();
            var organisation =
                    organisations.size() == 1
                            ? String.valueOf(organisations.iterator().next())
                            : "";
            var roles =
                    claims.getClaim("realm_access") instanceof Map<?, ?> access
                                    && access.get("roles") instanceof Collection<?> each
                            ? each.stream()
                                    .map(role ->
                                            String.valueOf(role)
                                                    .toUpperCase(Locale.ROOT)
                                                    .replace('-', '_'))
                                    .collect(Collectors.toSet())
                            : Set.<String>of();
            return new AccessClaims(organisation, roles);
        } catch (ParseException opaque) {
            // An identity provider may issue opaque tokens; then the frame shows the name alone.
            return new AccessClaims("", Set.of());
        }
    }
}
