package de.foerderkreis.platform.tenancy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * A verified token together with the caller it names; without exactly one organisation it carries
 * no authority.
 */
public final class CallerToken extends JwtAuthenticationToken {

    private final transient @Nullable Caller caller;

    private CallerToken(
            Jwt jwt, Collection<? extends GrantedAuthority> authorities, @Nullable Caller caller) {
        super(jwt, authorities, TokenClaims.subject(jwt));
        this.caller = caller;
    }

    /**
     * Reads the caller and its authorities from a token whose signature, issuer and audience were
     * checked.
     */
    public static CallerToken of(Jwt jwt) {
        var caller = TokenClaims.caller(jwt);
        List<SimpleGrantedAuthority> authorities =
                caller.map(it ->
                                it.roles().stream()
                                        .sorted()
                                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                                        .toList())
                        .orElse(List.of());
        return new CallerToken(jwt, authorities, caller.orElse(null));
    }

    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }
}
