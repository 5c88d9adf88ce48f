package de.foerderkreis.platform.clock;

import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs due deadlines in due order, one transaction each, in one instance of the service at a time.
 * One that fails waits for a growing while (at most ten minutes) and lets the others pass.
 */
public class DeadlineRunner {

    private static final Logger log = LoggerFactory.getLogger(DeadlineRunner.class);

    // Session lock of the technical role: held without an open transaction, gone with its
    // connection.
    private static final long LOCK = 0x666b_646c_6e65L;

    private final TechnicalDatabase technical;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Map<String, DeadlineHandler> handlers;
    private final ReentrantLock inProcess = new ReentrantLock(true);

    DeadlineRunner(
            TechnicalDatabase technical,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            List<DeadlineHandler> handlers) {
        this.technical = technical;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.handlers =
                handlers.stream()
                        .collect(Collectors.toMap(DeadlineHandler::kind, Function.identity()));
    }

    /**
     * Runs what is due, unless another instance is doing so.
     *
     * @param upTo business instant, inclusive
     * @param before told each deadline's instant before it runs
     * @return false if another instance holds the lock
     */
    public boolean runDue(Instant upTo, Consumer<Instant> before) {
        inProcess.lock();
        try {
            if (next(upTo).isEmpty()) {
                return true;
            }
            return underLock(() -> {
                for (var due = next(upTo); due.isPresent(); due = next(upTo)) {
                    before.accept(due.get().dueAt());
                    run(due.get());
                }
            });
        } finally {
            inProcess.unlock();
        }
    }

    /** When the next deadline falls due after an instant, over all districts. */
    public Optional<Instant> nextDue(Instant after) {
        return technical
                .jdbc()
                .sql("select due_at from deadline where due_at > ? order by due_at limit 1")
                .param(after.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** How many deadlines failed and wait for another attempt. */
    public long failing() {
        return technical
                .jdbc()
                .sql("select count(*) from deadline where attempts > 0")
                .query(Long.class)
                .single();
    }

    private Optional<Due> next(Instant upTo) {
        return technical
                .jdbc()
                .sql(
                        """
                        select id, district, kind, subject, due_at, payload, attempts from deadline
                        where due_at <= ? and (next_attempt_at is null or next_attempt_at <= now())
                        order by due_at, id limit 1
                        """)
                .param(upTo.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Due(
                                row.getObject("id", UUID.class),
                                row.getString("district"),
                                row.getString("kind"),
                                row.getString("subject"),
                                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                                row.getString("payload"),
                                row.getInt("attempts")))
                .optional();
    }

    private boolean underLock(Runnable work) {
        Connection connection = null;
        try {
            connection = technical.dataSource().getConnection();
            if (!lock(connection, "select pg_try_advisory_lock(?)")) {
                return false;
            }
            try {
                work.run();
            } finally {
                lock(connection, "select pg_advisory_unlock(?)");
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of the deadlines cannot be taken", e);
        } finally {
            JdbcUtils.closeConnection(connection);
        }
    }

    private static boolean lock(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void run(Due due) {
        try {
            Tenancy.run(
                    due.district(), () -> transactions.executeWithoutResult(status -> handle(due)));
        } catch (RuntimeException e) {
            log.warn(
                    "Deadline {} of kind {} failed at attempt {}",
                    due.id(),
                    due.kind(),
                    due.attempts() + 1,
                    e);
            postpone(due, e);
        }
    }

    private void handle(Due due) {
        // Deleting first takes the row lock: another instance that got here as well finds nothing
        // left.
        int taken =
                jdbc.sql("delete from deadline where id = ? and due_at = ?")
                        .params(due.id(), due.dueAt().atOffset(ZoneOffset.UTC))
                        .update();
        if (taken == 0) {
            return;
        }
        var handler = handlers.get(due.kind());
        if (handler == null) {
            throw new IllegalStateException("No handler for deadlines of kind " + due.kind());
        }
        handler.onDue(due.subject(), due.dueAt(), due.payload());
    }

    private void postpone(Due due, RuntimeException failure) {
        var pause = Duration.ofSeconds(Math.min(600, 1L << Math.min(due.attempts() + 1, 10)));
        technical
                .jdbc()
                .sql(
                        """
                        update deadline set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ?), last_error = ?
                        where id = ?
                        """)
                .params(pause.toSeconds(), failure.getClass().getName(), due.id())
                .update();
    }

    private record Due(
            UUID id,
            String district,
            String kind,
            String subject,
            Instant dueAt,
            String payload,
            int attempts) {}
}
