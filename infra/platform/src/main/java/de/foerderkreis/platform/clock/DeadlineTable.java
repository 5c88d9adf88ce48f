package de.foerderkreis.platform.clock;

import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps deadlines as rows, scanned by business time. */
class DeadlineTable implements Deadlines {

    private static final String SCHEDULE =
            """
            insert into deadline (id, district, kind, subject, due_at, payload) values (?, ?, ?, ?, ?, ?)
            on conflict (district, kind, subject) do update
                set due_at = excluded.due_at, payload = excluded.payload,
                    attempts = 0, next_attempt_at = null, last_error = null\
            """;

    private final JdbcClient jdbc;

    DeadlineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void schedule(String kind, String subject, Instant dueAt, String payloadJson) {
        put(SCHEDULE, kind, subject, dueAt, payloadJson);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void scheduleNoLater(String kind, String subject, Instant dueAt, String payloadJson) {
        // A deadline being run is deleted first: whoever meets it here waits and then sets a new
        // one.
        put(
                SCHEDULE + " where deadline.due_at > excluded.due_at",
                kind,
                subject,
                dueAt,
                payloadJson);
    }

    private void put(String sql, String kind, String subject, Instant dueAt, String payloadJson) {
        jdbc.sql(sql)
                .params(
                        Ids.next(),
                        Tenancy.district(),
                        kind,
                        subject,
                        dueAt.atOffset(ZoneOffset.UTC),
                        payloadJson)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(String kind, String subject) {
        jdbc.sql("delete from deadline where district = ? and kind = ? and subject = ?")
                .params(Tenancy.district(), kind, subject)
                .update();
    }
}
