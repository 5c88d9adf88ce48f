package de.foerderkreis.gateway.routing;

import de.foerderkreis.gateway.errors.MultipartForm;
import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import de.foerderkreis.gateway.protection.BodyTooLarge;
import de.foerderkreis.gateway.session.Login;
import de.foerderkreis.gateway.session.ProofRequired;
import de.foerderkreis.gateway.session.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Calls the service and streams its answer. Takes the place of the gateway's own handler, which
 * would parse the parameters of every request and put the address together anew: here address and
 * body pass byte for byte.
 */
@Component
class ServiceCall extends ProxyExchangeHandlerFunction {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCall.class);

    private final CloseableHttpClient client;
    private final ServiceHeaders headers;
    private final Problems problems;
    private final ProofRequired proof;

    ServiceCall(
            CloseableHttpClient client,
            ServiceHeaders headers,
            Problems problems,
            ProofRequired proof,
            ProxyExchange unused,
            ObjectProvider<RequestHttpHeadersFilter> requestFilters,
            ObjectProvider<ResponseHttpHeadersFilter> responseFilters) {
        super(unused, requestFilters, responseFilters);
        this.client = client;
        this.headers = headers;
        this.problems = problems;
        this.proof = proof;
    }

    @Override
    public ServerResponse handle(ServerRequest serverRequest) {
        var request = serverRequest.servletRequest();
        var route = Objects.requireNonNull(Routes.of(request), "only called for routes");
        var service =
                (URI) serverRequest.attribute(MvcUtils.GATEWAY_REQUEST_URL_ATTR).orElseThrow();
        // Metrics by route, not by address: addresses name cases.
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(it -> it.setPathPattern(route.prefix()));
        try {
            var answer =
                    client.executeOpen(
                            host(service), outgoing(request, route), HttpClientContext.create());
            return answered(answer, service, route, request);
        } catch (BodyTooLarge tooLarge) {
            return problem(ProblemKind.BODY_TOO_LARGE, tooLarge.megabytes());
        } catch (IOException failure) {
            LOG.warn(
                    "{} did not answer {} {}: {}",
                    route.service(),
                    request.getMethod(),
                    route.prefix(),
                    failure.toString());
            return problem(kind(failure), route.service().nameKey());
        }
    }

    private static HttpHost host(URI service) {
        return new HttpHost(service.getScheme(), service.getHost(), service.getPort());
    }

    private ClassicHttpRequest outgoing(HttpServletRequest request, Routes.Route route)
            throws IOException {
        var query = request.getQueryString();
        var outgoing =
                new BasicClassicHttpRequest(
                        request.getMethod(),
                        query == null
                                ? request.getRequestURI()
                                : request.getRequestURI() + "?" + query);
        headers.towardsService(request, outgoing, route);
        var length = request.getContentLengthLong();
        if (length > 0 || length < 0 && request.getHeader("Transfer-Encoding") != null) {
            // The content type has been passed on as it came; the entity must not add a second one.
            var body =
                    Login.of(request) != null && Problems.wantsPage(request)
                            ? MultipartForm.keepWhileStreaming(request)
                            : request.getInputStream();
            outgoing.setEntity(new InputStreamEntity(body, length, (ContentType) null));
        }
        return outgoing;
    }

    private ServerResponse answered(
            ClassicHttpResponse answer, URI service, Routes.Route route, HttpServletRequest request)
            throws IOException {
        var status = answer.getCode();
        if (status >= 500 && !isProblem(answer)) {
            answer.close();
            LOG.warn(
                    "{} answered {} {} with {}",
                    route.service(),
                    request.getMethod(),
                    route.prefix(),
                    status);
            return problem(
                    status == 503 ? ProblemKind.SERVICE_UNAVAILABLE : ProblemKind.SERVICE_FAILED,
                    route.service().nameKey());
        }
        var login = Login.of(request);
        var stepUp = status == 401 ? StepUp.of(challenge(answer)) : null;
        if (stepUp != null && login != null && !route.prefix().startsWith("/api/")) {
            answer.close();
            return ServerResponse.status(401)
                    .build((asked, response) -> {
                        proof.answer(asked, response, stepUp, login);
                        return null;
                    });
        }
        var signedIn =
                route.access() != Routes.Access.PUBLIC
                        && (login != null || route.prefix().startsWith("/api/"));
        return new StreamedAnswer(
                answer, to -> headers.towardsBrowser(answer, to, service, signedIn));
    }

    /**
     * What a service says about its own failure is meant for the client; anything else, like a
     * stack trace, is not.
     */
    private static boolean isProblem(ClassicHttpResponse answer) {
        var type = answer.getFirstHeader("Content-Type");
        return type != null && type.getValue().startsWith("application/problem+json");
    }

    private static @Nullable String challenge(ClassicHttpResponse answer) {
        var header = answer.getFirstHeader("WWW-Authenticate");
        return header == null ? null : header.getValue();
    }

    private ServerResponse problem(ProblemKind kind, String about) {
        return ServerResponse.status(kind.status())
                .build((request, response) -> {
                    problems.answer(request, response, kind, about);
                    return null;
                });
    }

    private static ProblemKind kind(IOException failure) {
        if (failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof ConnectionRequestTimeoutException) {
            return ProblemKind.SERVICE_UNAVAILABLE;
        }
        return failure instanceof SocketTimeoutException
                ? ProblemKind.SERVICE_TIMEOUT
                : ProblemKind.SERVICE_FAILED;
    }
}
