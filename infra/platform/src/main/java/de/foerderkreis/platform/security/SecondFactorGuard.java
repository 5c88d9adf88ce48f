package de.foerderkreis.platform.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Compares the token's {@code acr} and {@code auth_time} with what the method asks for. A renewed
 * token keeps both, so that renewing does not make an old sign-in young.
 */
class SecondFactorGuard implements MethodInterceptor {

    private final Set<String> levels;
    private final Clock clock;

    /**
     * @param levels values of {@code acr} that stand for a second factor
     * @param clock system time, the identity provider's
     */
    SecondFactorGuard(Set<String> levels, Clock clock) {
        this.levels = Set.copyOf(levels);
        this.clock = clock;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var target = call.getThis();
        var method =
                target == null
                        ? call.getMethod()
                        : AopUtils.getMostSpecificMethod(call.getMethod(), target.getClass());
        var asked =
                Objects.requireNonNull(
                        AnnotationUtils.findAnnotation(method, FreshSecondFactor.class));
        if (!fresh(asked.maxAge())) {
            throw new SecondFactorRequired(asked.maxAge());
        }
        return call.proceed();
    }

    private boolean fresh(int maxAge) {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof JwtAuthenticationToken token
                && levels.contains(String.valueOf(token.getToken().<Object>getClaim("acr")))
                && !signedInAt(token.getToken()).isBefore(clock.instant().minusSeconds(maxAge));
    }

    /** Whole seconds; a token that does not say counts as old. */
    private static Instant signedInAt(Jwt token) {
        return switch (token.<Object>getClaim("auth_time")) {
            case Instant instant -> instant;
            case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
            case null, default -> Instant.EPOCH;
        };
    }
}
