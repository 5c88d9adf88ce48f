package de.foerderkreis.platform.security;

import org.springframework.security.authentication.InsufficientAuthenticationException;

/**
 * The sign-in is too weak or too old for the act. No {@code Problem}, so that no page takes it for
 * something its form could mend.
 */
final class SecondFactorRequired extends InsufficientAuthenticationException {

    private final int maxAge;

    SecondFactorRequired(int maxAge) {
        super("A fresh second factor is required");
        this.maxAge = maxAge;
    }

    /** Seconds the sign-in may lie back. */
    int maxAge() {
        return maxAge;
    }
}
