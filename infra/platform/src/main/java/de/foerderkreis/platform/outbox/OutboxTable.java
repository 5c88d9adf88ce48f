package de.foerderkreis.platform.outbox;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes events into the outbox table and wakes the relay once they are committed. */
class OutboxTable implements Outbox {

    // Below the broker's default message limit with room for headers: what gets in must get out.
    private static final int MAX_PAYLOAD_BYTES = 900_000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TraceParent traceParent;
    private final Journal journal;
    private final String source;
    private final IntConsumer wakeRelay;

    OutboxTable(
            JdbcClient jdbc,
            BusinessClock clock,
            TraceParent traceParent,
            Journal journal,
            String service,
            IntConsumer wakeRelay) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.traceParent = traceParent;
        this.journal = journal;
        this.source = "/foerderkreis/" + service;
        this.wakeRelay = wakeRelay;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(LockedRoot root, String topic, Object event) {
        insert(
                topic,
                root.key(),
                event.getClass().getSimpleName(),
                Tenancy.district(),
                EventJson.write(event));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(LockedRoot root, String topic, String key, Object event) {
        insert(
                topic,
                key,
                event.getClass().getSimpleName(),
                Tenancy.district(),
                EventJson.write(event));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tombstone(LockedRoot root, String topic, String key) {
        insert(topic, key, "Tombstone", Tenancy.district(), null);
    }

    private void insert(
            String topic, String key, String type, String district, @Nullable String payload) {
        if (payload != null
                && payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    type + " is larger than an event may be: " + MAX_PAYLOAD_BYTES + " bytes");
        }
        journal.makeRoomFor(topic, key);
        int slot =
                jdbc.sql(
                                """
                                with written as (
                                    insert into outbox (id, topic, key, type, source, subject, time, district, causationid, traceparent, payload)
                                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *
                                ), journalled as (
                                    insert into emitted (id, topic, key, type, source, subject, time, district, causationid, traceparent, payload, full_state)
                                    select id, topic, key, type, source, subject, time, district, causationid, traceparent, payload, ?
                                    from written where ?
                                )
                                select slot from written
                                """)
                        .param(Ids.next())
                        .param(topic)
                        .param(key)
                        .param(type)
                        .param(source)
                        .param(key)
                        .param(clock.now().atOffset(ZoneOffset.UTC))
                        .param(district)
                        .param(Causation.current())
                        .param(traceParent.current())
                        .param(payload)
                        .param(journal.holdsStatesOf(topic))
                        .param(journal.keeps(topic))
                        .query(Integer.class)
                        .single();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wakeRelay.accept(slot);
                    }
                });
    }
}
