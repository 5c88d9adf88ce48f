package de.foerderkreis.gateway.protection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * How often one subject, one client program or, without a login, one address may ask. The count is
 * this instance's own: behind two instances the effective limit is up to twice as high, which the
 * protection of the services can bear and which needs no common state.
 */
@Component
public class RateLimit {

    private final ProtectionSettings settings;
    private final Problems problems;
    private final Counter refused;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterAccess(Duration.ofMinutes(5))
                    .build();

    RateLimit(ProtectionSettings settings, Problems problems, MeterRegistry metrics) {
        this.settings = settings;
        this.problems = problems;
        this.refused =
                Counter.builder("gateway.rate.refused")
                        .description("Requests refused because their sender asked too often")
                        .register(metrics);
    }

    /** Takes one permit of whoever asks; answers 429 and says no if there is none left. */
    public boolean admits(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var bucket =
                buckets.get(
                        key(request, SecurityContextHolder.getContext().getAuthentication()),
                        key -> bucket());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("RateLimit-Limit", Integer.toString(settings.rateBurst()));
            response.setHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        }
        if (probe.isConsumed()) {
            return true;
        }
        refused.increment();
        var seconds =
                Math.max(
                        1,
                        TimeUnit.NANOSECONDS.toSeconds(
                                probe.getNanosToWaitForRefill() + 999_999_999));
        response.setHeader("Retry-After", Long.toString(seconds));
        problems.answer(request, response, ProblemKind.TOO_MANY_REQUESTS, Long.toString(seconds));
        return false;
    }

    private static String key(HttpServletRequest request, @Nullable Authentication who) {
        return who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()
                ? "address:" + request.getRemoteAddr()
                : "subject:" + who.getName();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(
                        Bandwidth.builder()
                                .capacity(settings.rateBurst())
                                .refillGreedy(settings.ratePerSecond(), Duration.ofSeconds(1))
                                .build())
                .build();
    }
}
