package de.foerderkreis.notification.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a person was here before; by system time, for it is about people and not about the case. */
@Component
class Visits {

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes a visit and answers when the one before it was; looking twice within half an hour is
     * one visit.
     */
    @Transactional
    public Instant note(String subject) {
        return jdbc.sql(
                        """
                        insert into visit (subject, last_at) values (:subject, clock_timestamp())
                        on conflict (district, subject) do update set
                            previous_at = case when visit.last_at < clock_timestamp() - interval '30 minutes'
                                then visit.last_at else visit.previous_at end,
                            last_at = clock_timestamp()
                        returning coalesce(previous_at, 'epoch'::timestamptz) as previous_at
                        """)
                .param("subject", subject)
                .query((row, number) ->
                        row.getObject("previous_at", OffsetDateTime.class).toInstant())
                .single();
    }
}
