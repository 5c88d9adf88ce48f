package de.foerderkreis.platform.tenancy;

import java.util.Optional;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Where the caller of the running request is found. */
public final class Callers {

    private Callers() {}

    /** The caller, if the request carries a token of exactly one organisation. */
    public static Optional<Caller> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The caller of a request that cannot come without one. */
    public static Caller require() {
        return current()
                .orElseThrow(() ->
                        new InsufficientAuthenticationException("No caller with one organisation"));
    }

    private static Optional<Caller> of(
            @org.jspecify.annotations.Nullable Authentication authentication) {
        return switch (authentication) {
            case CallerToken token -> token.caller();
            // Tests of a slice authenticate without the converter.
            case JwtAuthenticationToken token -> TokenClaims.caller(token.getToken());
            case null, default -> Optional.empty();
        };
    }
}
