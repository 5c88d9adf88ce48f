package de.foerderkreis.platform.persistence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work of the service itself that is done once a night, by whichever instance comes first. It goes
 * by the machine's clock, not by business time. A night in which no instance ran is made up for by
 * the next one that does; the first night of a new database is left out.
 */
public final class NightlyJob {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final String id;
    private final LocalTime at;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Consumer<LocalDate> work;

    /**
     * A job; {@link #round} decides whether it is time.
     *
     * @param id row in {@code technical_job}
     * @param at local time at which the night's work may begin
     * @param work done in the transaction that notes it as done; told the day
     */
    public NightlyJob(
            String id,
            LocalTime at,
            Clock clock,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Consumer<LocalDate> work) {
        this.id = id;
        this.at = at;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.work = work;
    }

    /** Does the work if it is due and nobody has done it yet. */
    public void round() {
        var now = clock.instant().atZone(ZONE);
        var due =
                now.toLocalTime().isBefore(at) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        var done = doneFor();
        if (done.isEmpty()) {
            jdbc.sql("update technical_job set done_for = ? where id = ? and done_for is null")
                    .params(due, id)
                    .update();
        } else if (done.get().isBefore(due)) {
            transactions.executeWithoutResult(status -> {
                if (take(due)) {
                    work.accept(due);
                }
            });
        }
    }

    private Optional<LocalDate> doneFor() {
        return jdbc.sql("select done_for from technical_job where id = ? and done_for is not null")
                .param(id)
                .query((row, number) -> row.getObject("done_for", LocalDate.class))
                .optional();
    }

    /** Waits for another instance that is at it; whoever comes second finds it done. */
    private boolean take(LocalDate due) {
        return jdbc.sql("update technical_job set done_for = ? where id = ? and done_for < ?")
                        .params(due, id, due)
                        .update()
                == 1;
    }
}
