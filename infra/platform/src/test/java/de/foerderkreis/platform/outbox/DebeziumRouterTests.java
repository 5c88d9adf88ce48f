package de.foerderkreis.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.sample.Rounds;
import de.foerderkreis.platform.sample.SampleEvents;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.RecordedTopic;
import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same row through Debezium's outbox event router, with the configuration an operator gets, and
 * through our relay.
 */
@SampleTest
class DebeziumRouterTests {

    private static final Path SHIPPED = Path.of("../deploy/debezium/outbox-router.properties");

    @Autowired Rounds rounds;
    @Autowired Roots roots;
    @Autowired Outbox outbox;
    @Autowired TransactionTemplate transactions;
    @Autowired Relay relay;
    @Autowired TechnicalDatabase technical;
    @Autowired Tracer tracer;

    @BeforeEach
    void keepTheRows() {
        await().atMost(Duration.ofSeconds(20)).until(() -> new Backlog(technical).depth() == 0);
        relay.stop();
    }

    @AfterEach
    void relayAgain() {
        if (!relay.isRunning()) {
            relay.start();
        }
    }

    @Test
    void aRowWithEverythingLeavesTheRouterAsItLeavesTheRelay() {
        var cause = Ids.next();
        var span = tracer.nextSpan().name("request").start();
        try (var _ = tracer.withSpan(span)) {
            Causation.run(
                    cause,
                    () -> Tenancy.call("05382", null, () -> rounds.open("Anhörung „Größe“")));
        } finally {
            span.end();
        }
        var row = onlyRow();
        assertThat(row.get("traceparent")).asString().contains(span.context().traceId());

        var routed = routed(row);
        var relayed = relayed(row, SampleEvents.TOPIC);

        assertSame(routed, relayed);
        assertThat(header(routed, "causationid")).isEqualTo(cause.toString());
        assertThat(header(routed, "district")).isEqualTo("05382");
        assertThat(header(routed, "ce_type")).isEqualTo("RoundChanged");
    }

    @Test
    void aRowWithoutCauseAndTraceLeavesTheRouterAsItLeavesTheRelay() {
        Tenancy.call("05382", null, () -> rounds.open("Anhörung"));
        var row = onlyRow();
        assertThat(row.get("causationid")).isNull();

        assertSame(routed(row), relayed(row, SampleEvents.TOPIC));
    }

    @Test
    void anErasureLeavesTheRouterAsATombstone() {
        UUID id = Tenancy.call("05382", null, () -> rounds.open("Anhörung"));
        relay.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> new Backlog(technical).depth() == 0);
        relay.stop();
        Tenancy.run(
                "05382",
                () ->
                        transactions.executeWithoutResult(status ->
                                outbox.tombstone(
                                        roots.lock("round", id),
                                        SampleEvents.STATES,
                                        id.toString())));
        var row = onlyRow();

        var routed = routed(row);

        assertThat(routed.value()).isNull();
        assertSame(routed, relayed(row, SampleEvents.STATES));
    }

    @Test
    void rowsNobodyDeletesAreClearedAwayByAge() {
        Tenancy.call("05382", null, () -> rounds.open("Anhörung"));
        assertThat(OutboxConfiguration.purge(technical, Duration.ofHours(1))).isZero();
        assertThat(OutboxConfiguration.purge(technical, Duration.ofHours(-1))).isEqualTo(1);
    }

    private static ProducerRecord<byte[], byte[]> routed(Map<String, Object> row) {
        try (var connector = new ShippedConnector(SHIPPED)) {
            return connector.send(row);
        }
    }

    private ConsumerRecord<String, byte[]> relayed(Map<String, Object> row, String topic) {
        relay.start();
        return RecordedTopic.of(topic).await(row.get("key").toString(), 1).getFirst();
    }

    private static void assertSame(
            ProducerRecord<byte[], byte[]> routed, ConsumerRecord<String, byte[]> relayed) {
        assertThat(routed.topic()).isEqualTo(relayed.topic());
        // Without a partition the producer takes that of the key's hash, as for the relay.
        assertThat(routed.partition()).isNull();
        assertThat(routed.key()).isEqualTo(relayed.key().getBytes(StandardCharsets.UTF_8));
        assertThat(routed.value()).isEqualTo(relayed.value());
        assertThat(headers(routed.headers())).isEqualTo(headers(relayed.headers()));
        // The same instant, written with as many digits as each of the two thinks fit.
        assertThat(Instant.parse(header(routed, "ce_time")))
                .isEqualTo(Instant.parse(RecordedTopic.header(relayed, "ce_time")));
    }

    /** Without those that say nothing: the router sends a header without value, the relay none. */
    private static Map<String, String> headers(Headers headers) {
        var found = new TreeMap<String, String>();
        for (var header : headers) {
            if (header.value() != null && !header.key().equals("ce_time")) {
                found.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static String header(ProducerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private Map<String, Object> onlyRow() {
        return technical
                .jdbc()
                .sql("select * from outbox")
                .query((row, number) -> {
                    Map<String, Object> columns = new LinkedHashMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        var name = row.getMetaData().getColumnName(i);
                        columns.put(
                                name,
                                name.equals("time")
                                        ? row.getObject(i, OffsetDateTime.class)
                                        : row.getObject(i));
                    }
                    return columns;
                })
                .single();
    }
}
