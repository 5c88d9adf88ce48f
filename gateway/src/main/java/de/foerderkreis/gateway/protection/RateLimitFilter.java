package de.foerderkreis.gateway.protection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks the rate limit, at a place in the security chain where the sender is known. */
public final class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimit limit;

    public RateLimitFilter(RateLimit limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limit.admits(request, response)) {
            chain.doFilter(request, response);
        }
    }
}
