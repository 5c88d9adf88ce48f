package de.foerderkreis.gateway.routing;

import de.foerderkreis.gateway.protection.AnswerHeaders;
import de.foerderkreis.gateway.protection.BearerRequests;
import de.foerderkreis.gateway.protection.PublicAddresses;
import de.foerderkreis.gateway.session.Login;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What passes between browser and service. Towards the service a list of what may pass, so that
 * nothing unknown can pretend to come from the gateway; towards the browser everything but what
 * belongs to one connection or to the gateway.
 */
@Component
class ServiceHeaders {

    private static final Set<String> PASSED_ON =
            Set.of(
                    "accept",
                    "accept-encoding",
                    "accept-language",
                    "cache-control",
                    "content-encoding",
                    "content-language",
                    "content-type",
                    "hx-boosted",
                    "hx-current-url",
                    "hx-history-restore-request",
                    "hx-prompt",
                    "hx-request",
                    "hx-target",
                    "hx-trigger",
                    "hx-trigger-name",
                    "idempotency-key",
                    "if-match",
                    "if-modified-since",
                    "if-none-match",
                    "if-range",
                    "if-unmodified-since",
                    "prefer",
                    "range",
                    "referer",
                    "user-agent",
                    "x-requested-with");

    /**
     * Choices of the reader that a service's page follows. The gateway sets them; services only
     * read them.
     */
    private static final Set<String> COOKIES = Set.of("lang", "theme");

    /** Cookies a service may have of its own, such as the confirmation shown after a redirect. */
    private static final String OWN_COOKIES = "fk-";

    private static final Set<String> NOT_ANSWERED =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "content-length",
                    "date",
                    "server",
                    "x-powered-by",
                    "traceparent",
                    "tracestate");

    private final AnswerHeaders answerHeaders;
    private final String host;
    private final String scheme;
    private final String port;
    private final String portal;
    private final @Nullable Tracer tracer;

    ServiceHeaders(
            AnswerHeaders answerHeaders, PublicAddresses addresses, ObjectProvider<Tracer> tracer) {
        this.answerHeaders = answerHeaders;
        this.host = addresses.portal().getRawAuthority();
        this.scheme = addresses.portal().getScheme();
        this.port = Integer.toString(addresses.portalPort());
        this.portal = addresses.portal().toString();
        this.tracer = tracer.getIfAvailable();
    }

    void towardsService(HttpServletRequest from, HttpMessage to, Routes.Route route) {
        for (var names = from.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                for (var values = from.getHeaders(name); values.hasMoreElements(); ) {
                    to.addHeader(name, values.nextElement());
                }
            }
        }
        var authorization = authorization(from, route);
        if (authorization != null) {
            to.setHeader("Authorization", authorization);
        }
        var login = Login.of(from);
        if (login != null && login.organisations().size() > 1) {
            // For the head of the page, which then offers to switch; grants nothing.
            to.setHeader("Fk-Organisations", Integer.toString(login.organisations().size()));
        }
        var cookies = from.getCookies();
        if (cookies != null) {
            var kept =
                    Arrays.stream(cookies)
                            .filter(cookie ->
                                    COOKIES.contains(cookie.getName())
                                            || cookie.getName().startsWith(OWN_COOKIES))
                            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; "));
            if (!kept.isEmpty()) {
                to.setHeader("Cookie", kept);
            }
        }
        to.setHeader("X-Forwarded-Host", host);
        to.setHeader("X-Forwarded-Proto", scheme);
        to.setHeader("X-Forwarded-Port", port);
        traceparent(to);
    }

    /** The session's token; on an address of the API also the one a program brought. */
    private static @Nullable String authorization(HttpServletRequest request, Routes.Route route) {
        if (route.access() == Routes.Access.PUBLIC) {
            return null;
        }
        if (route.prefix().startsWith("/api/") && BearerRequests.matches(request)) {
            return request.getHeader("Authorization");
        }
        var login = Login.of(request);
        return login == null ? null : "Bearer " + login.accessToken();
    }

    private void traceparent(HttpMessage to) {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span != null) {
            var context = span.context();
            to.setHeader(
                    "traceparent",
                    "00-"
                            + context.traceId()
                            + "-"
                            + context.spanId()
                            + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00"));
        }
    }

    void towardsBrowser(HttpMessage from, HttpServletResponse to, URI service, boolean signedIn) {
        for (var headers = from.headerIterator(); headers.hasNext(); ) {
            var header = headers.next();
            var name = header.getName().toLowerCase(Locale.ROOT);
            if (NOT_ANSWERED.contains(name)
                    || answerHeaders.owns(name)
                    || name.equals("set-cookie") && !header.getValue().startsWith(OWN_COOKIES)) {
                continue;
            }
            to.addHeader(
                    header.getName(),
                    name.equals("location")
                            ? publicAddress(header.getValue(), service)
                            : header.getValue());
        }
        if (signedIn) {
            var caching = to.getHeader("Cache-Control");
            if (caching == null || !caching.contains("private") && !caching.contains("no-store")) {
                to.setHeader("Cache-Control", "no-store");
            }
        }
    }

    /** A service that names itself in a redirect means the portal. */
    private String publicAddress(String location, URI service) {
        var own = service.getScheme() + "://" + service.getRawAuthority();
        return location.startsWith(own + "/")
                ? location.substring(own.length())
                : location.startsWith(portal + "/")
                        ? location.substring(portal.length())
                        : location;
    }
}
