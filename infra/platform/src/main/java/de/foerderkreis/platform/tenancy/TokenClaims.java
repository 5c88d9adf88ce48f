package de.foerderkreis.platform.tenancy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;

/** The claims of the realm's access tokens. */
final class TokenClaims {

    private TokenClaims() {}

    static Optional<Caller> caller(Jwt jwt) {
        var organisations = organisations(jwt.getClaim("organization"));
        if (organisations.size() != 1) {
            return Optional.empty();
        }
        var organisation = organisations.getFirst();
        return OrganisationKind.ofAlias(organisation).map(kind -> caller(jwt, organisation, kind));
    }

    static String subject(Jwt jwt) {
        var subject = jwt.getSubject();
        if (subject == null) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("invalid_token"), "A token without subject");
        }
        return subject;
    }

    private static Caller caller(Jwt jwt, String organisation, OrganisationKind kind) {
        var username = jwt.getClaimAsString("preferred_username");
        var name = jwt.getClaimAsString("name");
        var subject = subject(jwt);
        var roles =
                roles(jwt).stream()
                        .map(role -> role.toUpperCase(Locale.ROOT).replace('-', '_'))
                        .filter(kind::allows)
                        .collect(Collectors.toUnmodifiableSet());
        return new Caller(
                subject,
                name != null ? name : username != null ? username : subject,
                organisation,
                kind,
                kind == OrganisationKind.STATE ? null : organisation.substring(0, 5),
                roles,
                username != null && username.startsWith("service-account-"));
    }

    private static List<String> roles(Jwt jwt) {
        Object access = jwt.getClaim("realm_access");
        return access instanceof Map<?, ?> map && map.get("roles") instanceof Collection<?> roles
                ? roles.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Keycloak writes a list of aliases, or a map by alias as soon as attributes are added. */
    private static List<String> organisations(@org.jspecify.annotations.Nullable Object claim) {
        return switch (claim) {
            case Collection<?> aliases -> aliases.stream().map(String::valueOf).toList();
            case Map<?, ?> byAlias -> byAlias.keySet().stream().map(String::valueOf).toList();
            case String alias -> List.of(alias);
            case null, default -> List.of();
        };
    }
}
