package de.foerderkreis.platform.inbox;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.EventJson;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Events a consumer gave up, and behind each the later events of its key, which wait so that their
 * order holds. Redrive applies them in order; skip leaves the failed one out, with a reason in the
 * trail.
 */
class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Inbox inbox;
    private final Audit audit;
    private final Map<String, EventSubscription> subscriptions;

    DeadLetters(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Inbox inbox,
            Audit audit,
            List<EventSubscription> subscriptions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.inbox = inbox;
        this.audit = audit;
        this.subscriptions = new LinkedHashMap<>();
        for (var subscription : subscriptions) {
            if (this.subscriptions.put(subscription.consumer(), subscription) != null) {
                throw new IllegalStateException("Two subscriptions as " + subscription.consumer());
            }
        }
    }

    /**
     * Inside a transaction: whether events of this key have to wait. The answer holds until the
     * transaction ends.
     */
    boolean blocks(String consumer, String key) {
        lock("pg_advisory_xact_lock_shared", consumer, key);
        return jdbc.sql("select exists (select 1 from dead_letter where consumer = ? and key = ?)")
                .params(consumer, key)
                .query(Boolean.class)
                .single();
    }

    /** Inside a transaction: lets an event wait behind a failed one. */
    void park(String consumer, Envelope envelope) {
        insert(consumer, envelope, "PARKED", null);
    }

    /** Keeps an event that failed for good. */
    void fail(String consumer, Envelope envelope, String error) {
        transactions.executeWithoutResult(status -> {
            insert(consumer, envelope, "FAILED", error);
            jdbc.sql(
                            "update dead_letter set state = 'FAILED', error = ? where consumer = ? and event_id = ?")
                    .params(error, consumer, envelope.metadata().id())
                    .update();
        });
    }

    private void insert(String consumer, Envelope envelope, String state, @Nullable String error) {
        var event = envelope.metadata();
        jdbc.sql(
                        """
                        insert into dead_letter (id, consumer, event_id, topic, key, type, district, state, partition, record_offset,
                            headers, payload, error)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (consumer, event_id) do nothing
                        """)
                .param(Ids.next())
                .param(consumer)
                .param(event.id())
                .param(event.topic())
                .param(event.key())
                .param(event.type())
                .param(event.district())
                .param(state)
                .param(envelope.partition())
                .param(envelope.offset())
                .param(EventJson.write(envelope.headers()))
                .param(envelope.payload())
                .param(error)
                .update();
    }

    /** The failed events of a district, oldest first, with how many wait behind each. */
    List<View> list(String district) {
        return jdbc.sql(
                        """
                        select id, consumer, topic, key, type, event_id, error, attempts, received_at,
                            (select count(*) from dead_letter behind where behind.consumer = failed.consumer
                                and behind.key = failed.key and behind.state = 'PARKED') as parked
                        from dead_letter failed where district = ? and state = 'FAILED' order by seq limit 200
                        """)
                .param(district)
                .query((row, number) ->
                        new View(
                                row.getObject("id", UUID.class),
                                row.getString("consumer"),
                                row.getString("topic"),
                                row.getString("key"),
                                row.getString("type"),
                                row.getObject("event_id", UUID.class),
                                row.getString("error"),
                                row.getInt("attempts"),
                                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                                row.getLong("parked")))
                .list();
    }

    /** Applies a failed event and what waits behind it, until one fails. */
    Redriven redrive(UUID id) {
        var head = find(id);
        transactions.executeWithoutResult(status ->
                audit.record(
                        "dead-letter.redriven", "dead-letter", id.toString(), null, head, null));
        return drain(head.consumer(), head.key());
    }

    /** Leaves a failed event out for good and applies what waits behind it. */
    Redriven skip(UUID id, String reason) {
        var head = find(id);
        transactions.executeWithoutResult(status -> {
            lock("pg_advisory_xact_lock", head.consumer(), head.key());
            jdbc.sql("delete from dead_letter where id = ?").param(id).update();
            jdbc.sql("insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing")
                    .params(head.consumer(), head.eventId())
                    .update();
            audit.record("dead-letter.skipped", "dead-letter", id.toString(), head, null, reason);
        });
        return drain(head.consumer(), head.key());
    }

    private Head find(UUID id) {
        return jdbc.sql(
                        "select id, consumer, key, event_id from dead_letter where id = ? and district = ? and state = 'FAILED'")
                .params(id, Tenancy.district())
                .query((row, number) ->
                        new Head(
                                row.getString("consumer"),
                                row.getString("key"),
                                row.getObject("event_id", UUID.class)))
                .optional()
                .orElseThrow(() -> Problem.notFound("dead-letter"));
    }

    private Redriven drain(String consumer, String key) {
        int applied = 0;
        for (var next = next(consumer, key); next.isPresent(); next = next(consumer, key)) {
            var letter = next.get();
            try {
                withoutCaller(() ->
                        EventScope.run(
                                letter.envelope().metadata(),
                                () -> transactions.executeWithoutResult(status -> apply(letter))));
                applied++;
            } catch (RuntimeException e) {
                log.warn(
                        "Redrive of event {} for {} failed",
                        letter.envelope().metadata().id(),
                        consumer,
                        e);
                stillFailing(letter, e);
                return new Redriven(applied, letter.id());
            }
        }
        return new Redriven(applied, null);
    }

    private void apply(Letter letter) {
        var event = letter.envelope().metadata();
        lock("pg_advisory_xact_lock", letter.consumer(), event.key());
        int taken = jdbc.sql("delete from dead_letter where id = ?").param(letter.id()).update();
        var subscription = subscriptions.get(letter.consumer());
        if (subscription == null) {
            throw new IllegalStateException(
                    "There is no consumer " + letter.consumer() + " any more");
        }
        if (taken == 1 && inbox.firstTime(letter.consumer(), event)) {
            inbox.apply(subscription, letter.envelope());
        }
    }

    private void stillFailing(Letter letter, RuntimeException failure) {
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                "update dead_letter set state = 'FAILED', attempts = attempts + 1, error = ? where id = ?")
                        .params(Failures.describe(failure), letter.id())
                        .update());
    }

    private Optional<Letter> next(String consumer, String key) {
        return jdbc.sql(
                        """
                        select id, topic, key, partition, record_offset, headers, payload from dead_letter
                        where consumer = ? and key = ? order by seq limit 1
                        """)
                .params(consumer, key)
                .query((row, number) ->
                        new Letter(
                                row.getObject("id", UUID.class),
                                consumer,
                                Envelope.of(
                                        row.getString("topic"),
                                        row.getString("key"),
                                        row.getInt("partition"),
                                        row.getLong("record_offset"),
                                        headers(row.getString("headers")),
                                        row.getString("payload"))))
                .optional();
    }

    private static Map<String, String> headers(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        EventJson.tree(json)
                .properties()
                .forEach(it -> headers.put(it.getKey(), it.getValue().asString()));
        return headers;
    }

    private void lock(String function, String consumer, String key) {
        jdbc.sql("select 1 from (select %s(hashtext(?), hashtext(?))) as taken".formatted(function))
                .params(consumer, key)
                .query(Integer.class)
                .single();
    }

    /**
     * The event is applied as the system would have applied it, not as the administrator who
     * pressed the button.
     */
    private static void withoutCaller(Runnable work) {
        var context = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(context);
        }
    }

    /** A failed event, without its content. */
    record View(
            UUID id,
            String consumer,
            String topic,
            String key,
            String type,
            UUID eventId,
            @Nullable String error,
            int attempts,
            Instant receivedAt,
            long parkedBehind) {}

    /**
     * What a redrive did.
     *
     * @param stoppedAt the dead letter that failed, if one did
     */
    record Redriven(int applied, @Nullable UUID stoppedAt) {}

    private record Head(String consumer, String key, UUID eventId) {}

    private record Letter(UUID id, String consumer, Envelope envelope) {}
}
