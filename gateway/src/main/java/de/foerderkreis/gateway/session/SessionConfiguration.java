package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.protection.PublicAddresses;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Puts the session store together. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableConfigurationProperties({SessionSettings.class, IdentityProviderSettings.class})
class SessionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    /**
     * Security and infrastructure use system time; the demonstration's clock is the services'
     * business.
     */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Rows; injected by name only, everybody goes through the cache. Removes expired sessions every
     * minute.
     */
    @Bean(defaultCandidate = false)
    JdbcIndexedSessionRepository sessionRows(
            JdbcOperations jdbc,
            TransactionOperations transactions,
            JsonMapper json,
            SessionSettings settings) {
        var rows = new JdbcIndexedSessionRepository(jdbc, transactions);
        var seal = settings.key().isEmpty() ? null : new SessionSeal(settings.key());
        if (seal == null) {
            LOG.warn("Sessions are not encrypted in the database: FK_SESSION_KEY is not set");
        }
        rows.setConversionService(new SessionValues(json, seal).conversion());
        return rows;
    }

    @Bean
    StoredSessions<?> sessionRepository(
            @Qualifier("sessionRows") JdbcIndexedSessionRepository rows,
            JdbcClient jdbc,
            SessionSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new StoredSessions<>(rows, jdbc, settings, clock, metrics);
    }

    @Bean
    CookieSerializer sessionCookie(PublicAddresses addresses) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(addresses.tls() ? "__Host-SESSION" : "SESSION");
        cookie.setUseSecureCookie(addresses.tls());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    TokenRenewal tokenRenewal(
            StoredSessions<?> sessions,
            RefreshLeases leases,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes,
            ClientRegistration keycloak,
            SessionSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new TokenRenewal(sessions, leases, refreshes, keycloak, settings, clock, metrics);
    }
}
