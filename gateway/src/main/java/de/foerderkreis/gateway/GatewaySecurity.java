package de.foerderkreis.gateway;

import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import de.foerderkreis.gateway.protection.BearerRequests;
import de.foerderkreis.gateway.protection.OperatorsOnly;
import de.foerderkreis.gateway.protection.RateLimit;
import de.foerderkreis.gateway.protection.RateLimitFilter;
import de.foerderkreis.gateway.routing.Routes;
import de.foerderkreis.gateway.session.BrowserLogin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Four chains, the first that fits: assets and operations, the public's pages, programs with a
 * token, browsers.
 */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {

    /**
     * An observation per filter and request costs more than the filters; the request itself is
     * observed.
     */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Crooked paths are refused as by default. Header values are checked by a loop instead of a
     * regular expression: every one passes here several times per request.
     */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(GatewaySecurity::withoutControls);
        firewall.setAllowedHeaderValues(GatewaySecurity::withoutControls);
        return firewall;
    }

    private static boolean withoutControls(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 127) {
                return false;
            }
        }
        return true;
    }

    @Bean
    @Order(1)
    SecurityFilterChain assets(
            HttpSecurity http, OperatorsOnly operators, AccessDeniedHandler denied) {
        return bare(http)
                .securityMatchers(
                        it -> it.requestMatchers("/assets/**", "/favicon.ico", "/actuator/**"))
                .exceptionHandling(it -> it.accessDeniedHandler(denied))
                .authorizeHttpRequests(it ->
                        it.requestMatchers(operatorsOnly(operators))
                                .denyAll()
                                .anyRequest()
                                .permitAll())
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    private static RequestMatcher operatorsOnly(OperatorsOnly operators) {
        return request ->
                request.getRequestURI().startsWith("/actuator") && !operators.allows(request);
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicPages(HttpSecurity http, Routes routes, RateLimit limit) {
        return bare(http)
                .securityMatcher(routes::isPublic)
                // An anonymous caller would be described by the session's number, which has to be
                // looked up.
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .addFilterBefore(new RateLimitFilter(limit), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain programs(
            HttpSecurity http,
            JwtDecoder tokens,
            RateLimit limit,
            Problems problems,
            Routes routes) {
        var refuse = tokenRefused(problems, limit);
        return bare(http)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityMatcher(request ->
                        request.getRequestURI().startsWith("/api/")
                                && BearerRequests.matches(request))
                .oauth2ResourceServer(it ->
                        it.jwt(jwt -> jwt.decoder(tokens))
                                .authenticationEntryPoint(refuse)
                                .withObjectPostProcessor(new FailuresToEntryPoint(refuse)))
                .exceptionHandling(it -> it.authenticationEntryPoint(refuse))
                .authorizeHttpRequests(it ->
                        it.requestMatchers(routes::needsLogin)
                                .authenticated()
                                .anyRequest()
                                .permitAll())
                .addFilterBefore(new RateLimitFilter(limit), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain browsers(
            HttpSecurity http,
            BrowserLogin login,
            Routes routes,
            RateLimit limit,
            AccessDeniedHandler denied) {
        bare(http)
                .exceptionHandling(it ->
                        it.authenticationEntryPoint(login.loginRequired())
                                .accessDeniedHandler(denied))
                // What no route covers is the gateway's own or does not exist.
                .authorizeHttpRequests(it ->
                        it.requestMatchers(routes::needsLogin)
                                .authenticated()
                                .anyRequest()
                                .permitAll())
                .addFilterAfter(new RateLimitFilter(limit), AnonymousAuthenticationFilter.class);
        login.applyTo(http, routes::relaysToken);
        return http.build();
    }

    /**
     * Headers, forged requests and caching are dealt with before (protection), for services'
     * answers as well as for ours.
     */
    private static HttpSecurity bare(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .securityContext(it ->
                        it.securityContextRepository(
                                new RequestAttributeSecurityContextRepository()));
    }

    @Bean
    AccessDeniedHandler denied(Problems problems) {
        // Only operations addresses are ever denied here; for anybody else they do not exist.
        return (request, response, reason) ->
                problems.answer(request, response, ProblemKind.NOT_FOUND);
    }

    /**
     * A wrong token counts against the address it came from, so that guessing is slowed like any
     * request without a login.
     */
    private static AuthenticationEntryPoint tokenRefused(Problems problems, RateLimit limit) {
        return (request, response, reason) -> {
            if (reason instanceof AuthenticationServiceException) {
                problems.answer(request, response, ProblemKind.LOGIN_UNAVAILABLE);
            } else if (limit.admits(request, response)) {
                response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                problems.answer(request, response, ProblemKind.INVALID_TOKEN);
            }
        };
    }
}
