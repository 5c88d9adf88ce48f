package de.foerderkreis.gateway.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * Keeps the access token of a session fresh. Of all requests of one session, on whatever instance,
 * one asks the identity provider; the others wait for what it wrote.
 */
class TokenRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);
    private static final Set<String> OVER =
            Set.of(OAuth2ErrorCodes.INVALID_GRANT, OAuth2ErrorCodes.INVALID_TOKEN);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);

    private final StoredSessions<?> sessions;
    private final RefreshLeases leases;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client;
    private final ClientRegistration registration;
    private final SessionSettings settings;
    private final Clock clock;
    private final Counter renewals;
    private final ReentrantLock[] locks =
            IntStream.range(0, 256)
                    .mapToObj(i -> new ReentrantLock())
                    .toArray(ReentrantLock[]::new);

    TokenRenewal(
            StoredSessions<?> sessions,
            RefreshLeases leases,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client,
            ClientRegistration registration,
            SessionSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.sessions = sessions;
        this.leases = leases;
        this.client = client;
        this.registration = registration;
        this.settings = settings;
        this.clock = clock;
        this.renewals =
                Counter.builder("gateway.token.renewals")
                        .description("Access tokens renewed at the identity provider")
                        .register(metrics);
    }

    /**
     * The login with an access token that lasts at least a moment.
     *
     * @throws SessionOver if the identity provider or a logout ended it
     * @throws ProviderUnavailable if the token ran out and the identity provider does not answer
     */
    Login fresh(String sessionId, Login login) {
        if (!dueForRenewal(login)) {
            return login;
        }
        var lock = locks[Math.floorMod(sessionId.hashCode(), locks.length)];
        lock.lock();
        try {
            return renewed(sessionId, clock.instant().plus(LEASE));
        } finally {
            lock.unlock();
        }
    }

    private Login renewed(String sessionId, Instant patience) {
        while (true) {
            var current = current(sessionId);
            if (!dueForRenewal(current)) {
                // Another request was faster; what this instance saw before is older than that.
                sessions.forget(sessionId);
                return current;
            }
            if (leases.take(sessionId, LEASE)) {
                try {
                    // Between our reading and taking the lease another instance may have finished.
                    var latest = current(sessionId);
                    return dueForRenewal(latest) ? renew(sessionId, latest) : latest;
                } finally {
                    leases.giveBack(sessionId);
                }
            }
            if (clock.instant().isAfter(patience)) {
                return stillUsable(current, null);
            }
            pause();
        }
    }

    private Login renew(String sessionId, Login login) {
        var refresh = login.refreshToken();
        if (refresh == null) {
            throw new SessionOver("no refresh token");
        }
        try {
            var now = clock.instant();
            var answer =
                    client.getTokenResponse(
                            new OAuth2RefreshTokenGrantRequest(
                                    registration,
                                    new OAuth2AccessToken(
                                            OAuth2AccessToken.TokenType.BEARER,
                                            login.accessToken(),
                                            null,
                                            login.accessExpires()),
                                    new OAuth2RefreshToken(refresh, null)));
            renewals.increment();
            var token = answer.getAccessToken();
            var expiry = token.getExpiresAt() == null ? now : token.getExpiresAt();
            var next = answer.getRefreshToken();
            var renewed =
                    login.renewed(
                            token.getTokenValue(),
                            expiry,
                            next == null ? null : next.getTokenValue());
            sessions.replaceLogin(sessionId, renewed);
            return renewed;
        } catch (OAuth2AuthorizationException refused) {
            if (OVER.contains(refused.getError().getErrorCode())) {
                throw new SessionOver("refused by the identity provider");
            }
            LOG.warn(
                    "The identity provider did not renew a token: {}",
                    refused.getError().getErrorCode());
            return stillUsable(login, refused);
        }
    }

    private Login stillUsable(Login login, @Nullable Exception cause) {
        if (login.endsWithin(Duration.ofSeconds(1), clock.instant())) {
            throw new ProviderUnavailable(cause);
        }
        return login;
    }

    private Login current(String sessionId) {
        var login = sessions.currentLogin(sessionId);
        if (login == null) {
            throw new SessionOver("ended meanwhile");
        }
        return login;
    }

    private boolean dueForRenewal(Login login) {
        return login.endsWithin(settings.refreshMargin(), clock.instant());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailable(stopping);
        }
    }

    /** The login is over; the person has to sign in again. */
    static final class SessionOver extends RuntimeException {

        SessionOver(String why) {
            super("Session over: " + why);
        }
    }

    /** The identity provider does not answer and the last token has run out. */
    static final class ProviderUnavailable extends RuntimeException {

        ProviderUnavailable(@Nullable Exception cause) {
            super("Identity provider unavailable", cause);
        }
    }
}
