package de.foerderkreis.platform.outbox;

import de.foerderkreis.platform.persistence.TechnicalDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Brings the outbox to Kafka, per key in commit order. Keys fall into slots; a slot is served by
 * one relay at a time, under an advisory lock that dies with its connection, and by any instance.
 * Rows are deleted only after the broker has acknowledged all of a batch; a batch that fails stays
 * and its producer is thrown away, so that nothing of it can overtake the second attempt.
 */
class Relay implements SmartLifecycle {

    static final int SLOTS = 16;

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private static final int LOCK_CLASS = 0x666b6f62;
    private static final int BATCH_ROWS = 500;
    private static final int BATCH_BYTES = 8_000_000;
    private static final Duration IDLE_POLL = Duration.ofMillis(500);
    private static final Duration CONTENDED_RETRY = Duration.ofMillis(20);

    /**
     * With the producer's own limit of a second per send this keeps every transaction below five
     * seconds.
     */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(3);

    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private final TechnicalDatabase database;
    private final Supplier<Producer<String, byte[]>> producers;
    private final BrokerProbe broker;
    private final Checkpoints checkpoints;
    private final LinkedBlockingQueue<Integer> wakeUps = new LinkedBlockingQueue<>();
    private final Map<Integer, BackOff> failing = new HashMap<>();
    private @Nullable Producer<String, byte[]> producer;
    private long lastScan;
    private boolean suspicious;
    private boolean failed;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Relay(
            TechnicalDatabase database,
            Supplier<Producer<String, byte[]>> producers,
            BrokerProbe broker,
            Checkpoints checkpoints) {
        this.database = database;
        this.producers = producers;
        this.broker = broker;
        this.checkpoints = checkpoints;
    }

    /** Tells that a transaction has committed rows into a slot. */
    void wake(int slot) {
        wakeUps.add(slot);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wakeUps.add(-1);
        var ending = thread;
        if (ending != null) {
            LockSupport.unpark(ending);
            try {
                ending.join(Duration.ofSeconds(6));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        Set<Integer> left = new TreeSet<>();
        while (running) {
            try {
                var slots = awaitWork(left);
                left = brokerIsThere() ? serve(slots) : pauseWithoutBroker();
                failed = false;
            } catch (DataAccessException | TransactionException e) {
                if (running && !failed) {
                    log.warn("The relay cannot read the outbox and tries again", e);
                }
                failed = true;
                left = new TreeSet<>();
                pause(IDLE_POLL);
            } catch (InterruptedException e) {
                running = false;
                Thread.currentThread().interrupt();
            }
        }
        discardProducer();
        broker.close();
    }

    /**
     * Returns what was signalled or left over at once; otherwise looks into the table, twice a
     * second at most.
     */
    private Set<Integer> awaitWork(Set<Integer> left) throws InterruptedException {
        var slots = new TreeSet<>(left);
        long sinceScan = System.nanoTime() - lastScan;
        long untilScan = Math.max(0, IDLE_POLL.toNanos() - sinceScan);
        var first =
                slots.isEmpty() ? wakeUps.poll(untilScan, TimeUnit.NANOSECONDS) : wakeUps.poll();
        if (first != null) {
            slots.add(first);
            for (var more = wakeUps.poll(); more != null; more = wakeUps.poll()) {
                slots.add(more);
            }
        }
        slots.remove(-1);
        if (running && System.nanoTime() - lastScan >= IDLE_POLL.toNanos()) {
            slots.addAll(slotsWithRows());
            lastScan = System.nanoTime();
        }
        return slots;
    }

    private List<Integer> slotsWithRows() {
        return database.jdbc()
                .sql(
                        """
                        select slot from generate_series(0, ?) as all_slots(slot)
                        where exists (select 1 from outbox where outbox.slot = all_slots.slot)
                        """)
                .param(SLOTS - 1)
                .query((row, number) -> row.getInt("slot"))
                .list();
    }

    /** After a failure asks the broker before it opens another transaction. */
    private boolean brokerIsThere() {
        if (!suspicious) {
            return true;
        }
        if (broker.answers()) {
            suspicious = false;
            return true;
        }
        return false;
    }

    private Set<Integer> pauseWithoutBroker() {
        pause(Duration.ofMillis(250));
        failing.clear();
        return new TreeSet<>();
    }

    private Set<Integer> serve(Set<Integer> slots) {
        Set<Integer> left = new TreeSet<>();
        boolean contended = false;
        for (int slot : slots) {
            var backOff = failing.get(slot);
            if (!running || suspicious || (backOff != null && !backOff.isOver())) {
                continue;
            }
            switch (serve(slot)) {
                case MORE -> left.add(slot);
                case LOCKED -> {
                    // Its holder may have read before our rows were committed.
                    left.add(slot);
                    contended = true;
                }
                case EMPTY -> failing.remove(slot);
                case FAILED -> {
                    failing.put(slot, BackOff.after(backOff));
                    suspicious = true;
                }
            }
        }
        if (contended) {
            pause(CONTENDED_RETRY);
        }
        return left;
    }

    private Outcome serve(int slot) {
        try {
            var outcome = database.transactions().execute(status -> relay(slot));
            return outcome == null ? Outcome.EMPTY : outcome;
        } catch (NotDelivered e) {
            log.warn(
                    "Slot {} of the outbox could not be delivered and is tried again: {}",
                    slot,
                    e.getMessage());
            discardProducer();
            return Outcome.FAILED;
        }
    }

    private Outcome relay(int slot) {
        boolean locked =
                database.jdbc()
                        .sql("select pg_try_advisory_xact_lock(?, ?)")
                        .params(LOCK_CLASS, slot)
                        .query(Boolean.class)
                        .single();
        if (!locked) {
            return Outcome.LOCKED;
        }
        var rows = rows(slot);
        if (rows.isEmpty()) {
            return Outcome.EMPTY;
        }
        checkpoints.reached(Checkpoint.BEFORE_SEND);
        send(rows);
        checkpoints.reached(Checkpoint.BEFORE_DELETE);
        database.jdbc()
                .sql("delete from outbox where slot = ? and seq = any(?)")
                .params(slot, rows.stream().map(Row::seq).toArray(Long[]::new))
                .update();
        return Outcome.MORE;
    }

    private List<Row> rows(int slot) {
        return database.jdbc()
                .sql(
                        """
                        select seq, id, topic, key, type, source, subject, time, district, causationid, traceparent, payload
                        from (select *, sum(octet_length(payload)) over (order by seq) as bytes
                              from (select * from outbox where slot = ? order by seq limit ?) as oldest) as counted
                        where coalesce(bytes, 0) - coalesce(octet_length(payload), 0) < ?
                        order by seq
                        """)
                .params(slot, BATCH_ROWS, BATCH_BYTES)
                .query((row, number) ->
                        new Row(
                                row.getLong("seq"),
                                row.getString("id"),
                                row.getString("topic"),
                                row.getString("key"),
                                row.getString("type"),
                                row.getString("source"),
                                row.getString("subject"),
                                row.getObject("time", OffsetDateTime.class).toInstant(),
                                row.getString("district"),
                                row.getString("causationid"),
                                row.getString("traceparent"),
                                row.getString("payload")))
                .list();
    }

    private void send(List<Row> rows) {
        long end = System.nanoTime() + ACKNOWLEDGED_WITHIN.toNanos();
        try {
            var sending = producer();
            var acknowledgements = new ArrayList<Future<RecordMetadata>>(rows.size());
            for (var row : rows) {
                if (System.nanoTime() > end) {
                    throw new NotDelivered("the broker takes records too slowly", null);
                }
                var acknowledgement = sending.send(row.message());
                acknowledgements.add(acknowledgement);
                if (acknowledgement.isDone()) {
                    // A record refused on the spot must not be overtaken by the ones behind it.
                    acknowledgement.get(0, TimeUnit.NANOSECONDS);
                }
            }
            for (var acknowledgement : acknowledgements) {
                acknowledgement.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            throw new NotDelivered(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new NotDelivered("no acknowledgement within " + ACKNOWLEDGED_WITHIN, e);
        } catch (KafkaException | IllegalStateException e) {
            throw new NotDelivered(String.valueOf(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("interrupted", e);
        }
    }

    private Producer<String, byte[]> producer() {
        var current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    private void discardProducer() {
        var current = producer;
        producer = null;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }

    private void pause(Duration duration) {
        if (running) {
            LockSupport.parkNanos(duration.toNanos());
        }
    }

    private enum Outcome {
        EMPTY,
        MORE,
        LOCKED,
        FAILED
    }

    /** Where a test may end the process. */
    enum Checkpoint {
        BEFORE_SEND,
        BEFORE_DELETE
    }

    /** Told as the relay passes; does nothing in the product. */
    interface Checkpoints {
        void reached(Checkpoint checkpoint);
    }

    private record BackOff(Duration pause, long until) {

        static BackOff after(@Nullable BackOff before) {
            var pause =
                    before == null
                            ? Duration.ofMillis(250)
                            : before.pause.multipliedBy(2).compareTo(MAX_BACK_OFF) > 0
                                    ? MAX_BACK_OFF
                                    : before.pause.multipliedBy(2);
            return new BackOff(pause, System.nanoTime() + pause.toNanos());
        }

        boolean isOver() {
            return System.nanoTime() - until >= 0;
        }
    }

    /** The batch stays in the table. */
    private static final class NotDelivered extends RuntimeException {
        NotDelivered(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private record Row(
            long seq,
            String id,
            String topic,
            String key,
            String type,
            String source,
            String subject,
            Instant time,
            String district,
            @Nullable String causationid,
            @Nullable String traceparent,
            @Nullable String payload) {

        /** A CloudEvents 1.0 message in binary mode. */
        ProducerRecord<String, byte[]> message() {
            var message =
                    new ProducerRecord<String, byte[]>(
                            topic,
                            key,
                            payload == null ? null : payload.getBytes(StandardCharsets.UTF_8));
            add(message.headers(), "ce_specversion", "1.0");
            add(message.headers(), "ce_id", id);
            add(message.headers(), "ce_type", type);
            add(message.headers(), "ce_source", source);
            add(message.headers(), "ce_subject", subject);
            add(message.headers(), "ce_time", time.toString());
            add(message.headers(), "content-type", "application/json");
            add(message.headers(), "district", district);
            add(message.headers(), "causationid", causationid);
            add(message.headers(), "traceparent", traceparent);
            return message;
        }

        private static void add(Headers headers, String name, @Nullable String value) {
            if (value != null) {
                headers.add(name, value.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
