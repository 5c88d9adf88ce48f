package de.foerderkreis.platform.security;

import de.foerderkreis.platform.problem.Problems;
import de.foerderkreis.platform.tenancy.CallerToken;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * A resource server without sessions. Every request needs a bearer token of this service's
 * audience, except the few open addresses and what a service opens for reading by {@code
 * foerderkreis.security.open}; forged requests are the gateway's matter, which holds the cookie.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    @Bean
    SecurityFilterChain resourceServer(
            HttpSecurity http,
            Problems problems,
            Environment environment,
            @Value("${foerderkreis.service}") String service) {
        var open =
                Binder.get(environment)
                        .bind("foerderkreis.security.open", Bindable.listOf(String.class))
                        .orElse(List.of());
        AuthenticationEntryPoint unauthenticated =
                (request, response, failure) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    problems.send(failure, request, response);
                };
        AccessDeniedHandler denied =
                (request, response, failure) -> problems.send(failure, request, response);
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll();
            requests.requestMatchers(
                            HttpMethod.GET,
                            "/actuator/health",
                            "/actuator/health/**",
                            "/actuator/prometheus",
                            "/api/" + service + "/v1/openapi.json",
                            "/assets/**")
                    .permitAll();
            if (!open.isEmpty()) {
                requests.requestMatchers(HttpMethod.GET, open.toArray(String[]::new)).permitAll();
            }
            requests.requestMatchers("/l/**", "/offen/**", "/error").permitAll();
            if (environment.acceptsProfiles(Profiles.of("demo"))) {
                requests.requestMatchers(HttpMethod.GET, "/actuator/mappings").permitAll();
            }
            requests.anyRequest().authenticated();
        });
        http.oauth2ResourceServer(server ->
                server.jwt(jwt -> jwt.jwtAuthenticationConverter(CallerToken::of))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(denied));
        http.exceptionHandling(handling ->
                handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied));
        http.sessionManagement(
                session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.formLogin(AbstractHttpConfigurer::disable);
        http.httpBasic(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.anonymous(anonymous -> {});
        return http.build();
    }
}
