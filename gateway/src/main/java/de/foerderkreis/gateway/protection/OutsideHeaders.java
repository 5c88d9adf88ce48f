package de.foerderkreis.gateway.protection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides headers that only trusted parties may set: a trace begins here and is not continued from
 * outside, and who forwarded a request was settled by the container before
 * (server.forward-headers-strategy) or is nobody's business.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutsideHeaders extends OncePerRequestFilter {

    private static final Set<String> HIDDEN =
            Set.of(
                    "traceparent",
                    "tracestate",
                    "baggage",
                    "b3",
                    "forwarded",
                    "x-real-ip",
                    "x-original-url",
                    "x-rewrite-url",
                    "x-http-method-override",
                    "x-client-ip",
                    "true-client-ip");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Sanitised(request), response);
    }

    static boolean hidden(String name) {
        // Asked many times per request: almost every header is told apart by its first letter.
        var first = name.isEmpty() ? ' ' : name.charAt(0) | 0x20;
        if (first != 'x' && first != 't' && first != 'f' && first != 'b') {
            return false;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        return HIDDEN.contains(lower)
                || lower.startsWith("x-forwarded-")
                || lower.startsWith("x-b3-");
    }

    private static final class Sanitised extends HttpServletRequestWrapper {

        Sanitised(HttpServletRequest request) {
            super(request);
        }

        /** Whether some proxy stands between the client and us. */
        boolean forwarded() {
            var request = (HttpServletRequest) getRequest();
            return request.getHeader("X-Forwarded-For") != null
                    || request.getHeader("Forwarded") != null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return hidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return hidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(
                    Collections.list(super.getHeaderNames()).stream()
                            .filter(name -> !hidden(name))
                            .toList());
        }
    }

    /**
     * Whether the request came through a proxy; false also for a request nobody has looked at yet.
     */
    static boolean forwarded(HttpServletRequest request) {
        var each = request;
        while (each instanceof HttpServletRequestWrapper wrapper) {
            if (wrapper instanceof Sanitised sanitised) {
                return sanitised.forwarded();
            }
            each = (HttpServletRequest) wrapper.getRequest();
        }
        return false;
    }
}
