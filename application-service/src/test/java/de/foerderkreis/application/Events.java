package de.foerderkreis.application;

import static org.awaitility.Awaitility.await;

import de.foerderkreis.platformtest.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the broker as the other services do: sends their events, reads ours. */
@TestComponent
public class Events {

    private static final String OWN = "foerderkreis.application.v1";

    private final JdbcClient technical;
    private final JsonMapper json;
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.kafka()),
                    new StringSerializer(),
                    new ByteArraySerializer());

    @Autowired
    Events(@Qualifier("technicalJdbc") JdbcClient technical, JsonMapper json) {
        this.technical = technical;
        this.json = json;
    }

    /** Sends an event of another service under a new id. */
    public UUID send(String topic, Object key, Object event) {
        var id = UUID.randomUUID();
        send(topic, key, event, id);
        return id;
    }

    /** Sends an event of another service; the same id again is a redelivery. */
    public void send(String topic, Object key, Object event, UUID id) {
        var message = new ProducerRecord<>(topic, key.toString(), json.writeValueAsBytes(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        event.getClass().getSimpleName(),
                        "ce_source",
                        "/test",
                        "ce_subject",
                        key.toString(),
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "content-type",
                        "application/json",
                        "district",
                        Api.DISTRICT)
                .forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    /** Events of a type that left for a case, in order, once nothing waits in the outbox. */
    public List<JsonNode> of(UUID caseId, String type) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        technical
                                        .sql("select count(*) from outbox where key = ?")
                                        .param(caseId.toString())
                                        .query(Long.class)
                                        .single()
                                == 0);
        return read(OWN, caseId.toString(), type);
    }

    /** Everything of a type under a key of a topic, from its beginning to its present end. */
    public List<JsonNode> read(String topic, String key, String type) {
        var found = new ArrayList<JsonNode>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                TestStack.kafka(),
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    var header = message.headers().lastHeader("ce_type");
                    if (key.equals(message.key())
                            && type.equals(new String(header.value(), StandardCharsets.UTF_8))) {
                        found.add(json.readTree(message.value()));
                    }
                }
            }
        }
        return found;
    }
}
