package de.foerderkreis.gateway.protection;

import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Protection against forged requests without tokens in forms. A request that may change something
 * must come from our own pages: the browser says so in {@code Sec-Fetch-Site}, an older one in
 * {@code Origin}. A program proves by its bearer token that no browser added a cookie for it. The
 * identity provider's back-channel logout carries its own signature.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 70)
class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final String origin;
    private final Problems problems;

    SameOrigin(PublicAddresses addresses, Problems problems) {
        this.origin = addresses.portalOrigin();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || allowed(request)) {
            chain.doFilter(request, response);
        } else {
            problems.answer(request, response, ProblemKind.CROSS_SITE);
        }
    }

    private boolean allowed(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.startsWith("/logout/connect/back-channel/")
                || path.startsWith("/api/") && BearerRequests.matches(request)) {
            return true;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null ? OWN_SITES.contains(site) : origin.equals(request.getHeader("Origin"));
    }
}
