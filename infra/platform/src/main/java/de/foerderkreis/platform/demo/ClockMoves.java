package de.foerderkreis.platform.demo;

import de.foerderkreis.platform.clock.DeadlineRunner;
import de.foerderkreis.platform.outbox.EventJson;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the moves of the demo clock: sets the clock to each deadline's instant in turn and runs
 * it, then to the target, then reports. A move that is delivered again is reported again and
 * changes nothing.
 */
class ClockMoves implements MessageListener<String, String> {

    static final String TOPIC = "foerderkreis.clock.v1";

    private final DemoClock clock;
    private final DeadlineRunner deadlines;
    private final Roots roots;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final String service;

    ClockMoves(
            DemoClock clock,
            DeadlineRunner deadlines,
            Roots roots,
            Outbox outbox,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            String service) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.roots = roots;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.service = service;
    }

    @Override
    public void onMessage(ConsumerRecord<String, String> message) {
        if (message.value() != null) {
            var move = EventJson.read(message.value(), Move.class);
            follow(move.moveId(), move.now());
        }
    }

    private void follow(UUID moveId, Instant target) {
        if (!deadlines.runDue(target, clock::moveTo)) {
            throw new IllegalStateException(
                    "Another instance runs the deadlines; the move is taken up again");
        }
        var reached = clock.moveTo(target);
        var nextDue = deadlines.nextDue(reached).orElse(null);
        Tenancy.run(
                "-",
                () ->
                        transactions.executeWithoutResult(status -> {
                            var root = roots.lock("business_clock", "id", "clock");
                            jdbc.sql("update business_clock set move_id = ?")
                                    .param(moveId)
                                    .update();
                            outbox.append(
                                    root,
                                    ClockReached.TOPIC,
                                    service,
                                    new ClockReached(
                                            moveId, service, reached, nextDue, root.version()));
                        }));
    }

    /** The part of the event this service needs. */
    record Move(UUID moveId, Instant now) {}
}
