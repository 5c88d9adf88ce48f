package de.foerderkreis.gateway.session;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may renew the tokens of a session just now, across all instances. With rotating refresh
 * tokens a second attempt with the same token would end the person's login. A lease needs no open
 * transaction while the identity provider is asked, and ends by itself if its holder dies.
 */
@Component
class RefreshLeases {

    private final JdbcClient jdbc;

    RefreshLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean take(String sessionId, Duration lease) {
        return jdbc.sql(
                                """
                                update session_login set renewing_until = now() + :seconds * interval '1 second'
                                where session_id = :id and (renewing_until is null or renewing_until < now())\
                                """)
                        .param("seconds", lease.toSeconds())
                        .param("id", sessionId)
                        .update()
                == 1;
    }

    void giveBack(String sessionId) {
        jdbc.sql("update session_login set renewing_until = null where session_id = :id")
                .param("id", sessionId)
                .update();
    }
}
