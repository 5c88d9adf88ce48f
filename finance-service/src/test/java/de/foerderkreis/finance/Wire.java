package de.foerderkreis.finance;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.platformtest.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The broker as other services see it: what they send, and what this service announced. */
@Component
public class Wire implements DisposableBean {

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final JsonMapper json;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread listener;
    private volatile boolean running = true;

    Wire(JsonMapper json) {
        this.json = json;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestStack.kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /** Sends an event as another service would, with its envelope. */
    public void send(
            String district, String topic, String key, UUID id, Instant time, Object event) {
        var message = new ProducerRecord<>(topic, key, json.writeValueAsBytes(event));
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
                        key,
                        "ce_time",
                        time.toString(),
                        "content-type",
                        "application/json",
                        "district",
                        district)
                .forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    /** Events of a type this service announced under a key. */
    public List<JsonNode> announced(Class<?> type, String key) {
        return heard.stream()
                .filter(it -> it.type().equals(type.getSimpleName()) && it.key().equals(key))
                .map(Event::body)
                .toList();
    }

    @Override
    public void destroy() {
        running = false;
        producer.close(Duration.ofSeconds(1));
        listener.interrupt();
    }

    private void listen() {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        TestStack.kafka(),
                        "group.id",
                        "wire-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "500");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(CostPlanCalculated.TOPIC));
            while (running) {
                consumer.poll(Duration.ofMillis(100)).forEach(it -> heard.add(event(it)));
            }
        } catch (InterruptException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Event event(ConsumerRecord<String, String> message) {
        var type = message.headers().lastHeader("ce_type").value();
        return new Event(
                new String(type, StandardCharsets.UTF_8),
                message.key(),
                json.readTree(message.value()));
    }

    private record Event(String type, String key, JsonNode body) {}
}
