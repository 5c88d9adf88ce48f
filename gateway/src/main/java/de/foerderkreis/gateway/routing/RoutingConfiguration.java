package de.foerderkreis.gateway.routing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** One gateway route per service, and the pooled client that calls them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceAddresses.class)
class RoutingConfiguration {

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(ServiceAddresses addresses) {
        return List.of(Service.values()).stream()
                .map(service ->
                        GatewayRouterFunctions.route(service.name())
                                .route(answeredBy(service), HandlerFunctions.http())
                                .before(BeforeFilterFunctions.uri(addresses.of(service)))
                                .build())
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static RequestPredicate answeredBy(Service service) {
        return request -> {
            var route = Routes.of(request.servletRequest());
            return route != null && route.service() == service;
        };
    }

    /**
     * Keeps nothing between two requests: no cookies, no redirects followed, no credentials, no
     * decompression.
     */
    @Bean(destroyMethod = "close")
    CloseableHttpClient serviceClient(ServiceAddresses addresses) {
        var answerTimeout = Timeout.of(addresses.answerTimeout());
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setConnPoolPolicy(PoolReusePolicy.LIFO)
                        .setMaxConnPerRoute(addresses.connections())
                        .setMaxConnTotal(addresses.connections() * Service.values().length)
                        .setDefaultSocketConfig(
                                SocketConfig.custom()
                                        .setTcpNoDelay(true)
                                        .setSoTimeout(answerTimeout)
                                        .build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(Timeout.of(addresses.connectTimeout()))
                                        .setSocketTimeout(answerTimeout)
                                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setResponseTimeout(answerTimeout)
                                .setConnectionRequestTimeout(Timeout.of(addresses.connectTimeout()))
                                .setRedirectsEnabled(false)
                                .setContentCompressionEnabled(false)
                                .setAuthenticationEnabled(false)
                                .setDefaultKeepAlive(15, TimeUnit.SECONDS)
                                .build())
                .setRetryStrategy(new StaleConnectionRetry())
                .evictIdleConnections(TimeValue.ofSeconds(15))
                .disableCookieManagement()
                .disableAuthCaching()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }
}
