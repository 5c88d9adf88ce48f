package de.foerderkreis.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Ends the sessions a signed logout token names, wherever they were begun: they are found in the
 * database, and every instance notices within the time it believes its snapshots. Spring Security's
 * own handler would call each session's logout over HTTP and know only those of one instance.
 */
class BackChannelLogout implements LogoutHandler, OidcSessionRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);

    private final StoredSessions<?> sessions;

    BackChannelLogout(StoredSessions<?> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        if (authentication != null
                && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            removeSessionInformation(token);
        }
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        var ended = sessions.endAll(token.getSessionId(), token.getSubject());
        LOG.info("The identity provider ended {} session(s)", ended.size());
        return List.of();
    }

    /**
     * Nothing to do: {@link StoredSessions} writes the reference together with the session it
     * belongs to.
     */
    @Override
    public void saveSessionInformation(OidcSessionInformation session) {}

    /** A session that ends takes its reference with it (foreign key). */
    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String clientSessionId) {
        return null;
    }
}
