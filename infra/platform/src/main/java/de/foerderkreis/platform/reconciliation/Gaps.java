package de.foerderkreis.platform.reconciliation;

import de.foerderkreis.platform.inbox.EventSubscription;
import de.foerderkreis.platform.outbox.EventJson;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The consumers' side: notes what a digest names and they have not seen, and asks for it. */
class Gaps {

    /** Row whose lock lets one instance ask at a time. */
    static final String JOB = "reemit";

    private static final Logger log = LoggerFactory.getLogger(Gaps.class);
    private static final int IDS_PER_REQUEST = 500;

    /**
     * Whether a consumer has an event, waits with it behind a dead letter, or has a newer state.
     */
    private static final String SEEN =
            """
            (exists (select 1 from inbox i where i.consumer = g.consumer and i.event_id = g.event_id)
            or exists (select 1 from dead_letter d where d.consumer = g.consumer and d.event_id = g.event_id)
            or exists (select 1 from inbox_version v where v.consumer = g.consumer and v.topic = g.topic and v.key = g.key
                and v.version >= g.version))
            """;

    private final String service;
    private final List<EventSubscription> subscriptions;
    private final ReconciliationSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Roots roots;
    private final Outbox outbox;
    private final MeterRegistry meters;

    Gaps(
            String service,
            List<EventSubscription> subscriptions,
            ReconciliationSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Roots roots,
            Outbox outbox,
            MeterRegistry meters) {
        this.service = service;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.roots = roots;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** Compares a digest with what the consumers of its topic have taken in. */
    void compare(Digest digest) {
        var oldest = digest.takenAt().minus(settings.window());
        for (var subscription : subscriptions) {
            if (subscription.topic().equals(digest.topic())) {
                note(
                        subscription,
                        digest.lines().stream()
                                .filter(line -> subscription.takes(line.type()))
                                // Without versions an old event is known by the inbox alone, which
                                // forgets.
                                .filter(line ->
                                        subscription.isFullState()
                                                || line.emittedAt().isAfter(oldest))
                                .toList());
            }
        }
    }

    private void note(EventSubscription subscription, List<Digest.Line> lines) {
        int noted =
                jdbc.sql(
                                """
                                insert into reconciliation_gap (consumer, event_id, topic, key, version)
                                select consumer, event_id, topic, key, version
                                from (select cast(? as text) as consumer, cast(? as text) as topic, id as event_id, key, version
                                      from json_to_recordset(cast(? as json)) as line(id uuid, key text, version bigint)) g
                                where not\
                                """
                                        + " "
                                        + SEEN
                                        + " on conflict do nothing")
                        .params(
                                subscription.consumer(),
                                subscription.topic(),
                                EventJson.write(lines))
                        .update();
        if (noted > 0) {
            log.warn(
                    "{} has not seen {} events of {}; they may still come",
                    subscription.consumer(),
                    noted,
                    subscription.topic());
        }
    }

    /** Forgets what came meanwhile and asks the producers for what did not. */
    void ask() {
        if (!anyKnown()) {
            return;
        }
        Tenancy.run(
                "-",
                () ->
                        transactions.executeWithoutResult(status -> {
                            var root = roots.lock("technical_job", "id", JOB);
                            forget();
                            var due = due();
                            due.stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    it -> Digest.producerOf(it.topic()),
                                                    Collectors.mapping(
                                                            Gap::eventId, Collectors.toList())))
                                    .forEach((producer, ids) ->
                                            outbox.append(
                                                    root,
                                                    ReemitRequested.TOPIC,
                                                    producer,
                                                    new ReemitRequested(producer, service, ids)));
                            note(due);
                        }));
    }

    private boolean anyKnown() {
        return jdbc.sql("select exists (select 1 from reconciliation_gap)")
                .query(Boolean.class)
                .single();
    }

    private void forget() {
        int arrived = jdbc.sql("delete from reconciliation_gap g where " + SEEN).update();
        meters.counter("foerderkreis.reconciliation.arrived").increment(arrived);
        // What the producer has no more is named by no later digest.
        jdbc.sql(
                        "delete from reconciliation_gap where noticed_at < now() - make_interval(secs => ?)")
                .param(settings.window().toSeconds())
                .update();
    }

    private List<Gap> due() {
        return jdbc.sql(
                        """
                        select event_id, min(topic) as topic from reconciliation_gap
                        where (asked_at is null and noticed_at < now() - make_interval(secs => ?))
                            or (asks < ? and asked_at < now() - make_interval(secs => ?))
                        group by event_id order by event_id limit ?
                        """)
                .params(
                        settings.patience().toMillis() / 1000.0,
                        settings.asks(),
                        settings.askAgain().toMillis() / 1000.0,
                        IDS_PER_REQUEST)
                .query((row, number) ->
                        new Gap(row.getObject("event_id", UUID.class), row.getString("topic")))
                .list();
    }

    private void note(List<Gap> asked) {
        if (asked.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update reconciliation_gap set asks = asks + 1, asked_at = now()
                        where event_id in (select cast(value as uuid) from json_array_elements_text(cast(? as json)))
                        """)
                .param(EventJson.write(asked.stream().map(Gap::eventId).toList()))
                .update();
        meters.counter("foerderkreis.reconciliation.asked").increment(asked.size());
        log.warn("{} events are missing for good; their producers are asked", asked.size());
    }

    private record Gap(UUID eventId, String topic) {}
}
