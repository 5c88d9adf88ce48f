package de.foerderkreis.notification.clock;

import de.foerderkreis.contracts.clock.ClockMoved;
import de.foerderkreis.contracts.clock.ClockReached;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about the demo clock: who moves it, how far each service is. */
@Component
@Profile("demo")
class ClockBook {

    private final JdbcClient jdbc;
    private final Roots roots;
    private final Outbox outbox;
    private final ClockSettings settings;

    ClockBook(JdbcClient jdbc, Roots roots, Outbox outbox, ClockSettings settings) {
        this.jdbc = jdbc;
        this.roots = roots;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Begins a move; there is one at a time in the whole installation. */
    @Transactional
    public UUID begin(Instant target) {
        // Whoever died in the middle of a move no longer touches its row.
        jdbc.sql(
                        "update clock_move set state = 'STUCK' where state = 'RUNNING' and touched_at < clock_timestamp() -"
                                + " :stale * interval '1 millisecond'")
                .param("stale", settings.patience().plus(Duration.ofSeconds(10)).toMillis())
                .update();
        var id = Ids.next();
        var begun =
                jdbc.sql(
                                "insert into clock_move (id, target, state) values (?, ?, 'RUNNING') on conflict do nothing")
                        .params(id, target.atOffset(ZoneOffset.UTC))
                        .update();
        if (begun == 0) {
            throw Problem.conflict("clock-moving");
        }
        return id;
    }

    @Transactional
    public void end(UUID id, String state) {
        jdbc.sql("update clock_move set state = ?, touched_at = clock_timestamp() where id = ?")
                .params(state, id)
                .update();
    }

    /** Tells every service to go to an instant; answers the id their reports will carry. */
    @Transactional
    public UUID announce(UUID moveOf, Instant now) {
        var root = roots.lock("demo_clock", "id", "clock");
        jdbc.sql("update clock_move set touched_at = clock_timestamp() where id = ?")
                .param(moveOf)
                .update();
        var step = Ids.next();
        outbox.append(root, ClockMoved.TOPIC, new ClockMoved(step, now, root.version()));
        return step;
    }

    void on(ClockReached report) {
        jdbc.sql(
                        """
                        insert into clock_report (service, move_id, reached, next_due) values (:service, :move, :reached, :due)
                        on conflict (service) do update set move_id = excluded.move_id, reached = excluded.reached,
                            next_due = excluded.next_due
                        """)
                .param("service", report.service())
                .param("move", report.moveId())
                .param("reached", report.now().atOffset(ZoneOffset.UTC))
                .param(
                        "due",
                        Optional.ofNullable(report.nextDue())
                                .map(it -> it.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .update();
    }

    @Transactional(readOnly = true)
    public Collection<Report> reports() {
        return jdbc.sql(
                        "select service, move_id, reached, next_due from clock_report order by service")
                .query((row, number) ->
                        new Report(
                                row.getString("service"),
                                row.getObject("move_id", UUID.class),
                                row.getObject("reached", OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getObject("next_due", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)
                                        .orElse(null)))
                .list();
    }

    @Transactional(readOnly = true)
    public boolean isMoving() {
        return jdbc.sql("select count(*) from clock_move where state = 'RUNNING'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Mails that could go out at this moment. */
    @Transactional(readOnly = true)
    public int mailsDue() {
        return jdbc.sql("select count(*) from mail_queue where due_at <= clock_timestamp()")
                .query(Integer.class)
                .single();
    }

    /** How far a service said it is. */
    record Report(String service, UUID moveId, Instant reached, @Nullable Instant nextDue) {}
}
