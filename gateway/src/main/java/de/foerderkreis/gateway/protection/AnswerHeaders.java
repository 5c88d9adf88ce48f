package de.foerderkreis.gateway.protection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The security headers of every answer, our own and the services'; a service cannot loosen them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class AnswerHeaders extends OncePerRequestFilter {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Set<String> names;

    AnswerHeaders(PublicAddresses addresses) {
        // Logging out is a form whose answer leads to the identity provider and back: browsers hold
        // redirects of a form to form-action too.
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                        + " form-action 'self' "
                        + addresses.issuerOrigin()
                        + "; frame-ancestors 'none'; base-uri 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (addresses.tls()) {
            headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        names =
                headers.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this header is set here and a service's own is dropped; the name in lower case. */
    public boolean owns(String lowerCaseName) {
        return names.contains(lowerCaseName)
                || lowerCaseName.equals("strict-transport-security")
                || lowerCaseName.equals("x-xss-protection");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers.forEach(response::setHeader);
        chain.doFilter(request, response);
    }
}
