package de.foerderkreis.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.ConceptionReleased;
import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.contracts.finance.LevyBasePublished;
import de.foerderkreis.contracts.notification.NotificationSent;
import de.foerderkreis.platformtest.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands on the broker: everything this service announced, and what the others tell it. */
@Component
public class Wire implements DisposableBean {

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final JsonMapper json;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread listener;
    private volatile boolean running = true;

    Wire(JsonMapper json) {
        this.json = json;
        createTopicsOfTheOthers();
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestStack.kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /**
     * Waits until at least so many events of a type were announced for a district, and returns all
     * of them.
     */
    public List<Event> await(String district, Class<?> type, int atLeast) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(of(district, type)).hasSizeGreaterThanOrEqualTo(atLeast));
        return of(district, type);
    }

    /** Events of a type heard so far. */
    public List<Event> of(String district, Class<?> type) {
        return heard.stream()
                .filter(it ->
                        it.district().equals(district) && it.type().equals(type.getSimpleName()))
                .toList();
    }

    /** Sends an event as another service would. */
    public void send(String district, String topic, String key, UUID id, Object event) {
        var record = new ProducerRecord<>(topic, key, json.writeValueAsBytes(event));
        var headers =
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
                        Instant.parse("2014-02-11T09:00:00Z").toString(),
                        "content-type",
                        "application/json",
                        "district",
                        district);
        headers.forEach((name, value) ->
                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    @Override
    public void destroy() {
        running = false;
        producer.close(Duration.ofSeconds(1));
        listener.interrupt();
    }

    /** Their services are not here to do it, and the broker creates nothing by itself. */
    private static void createTopicsOfTheOthers() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestStack.kafka()))) {
            var topics =
                    Stream.of(
                                    LevyBasePublished.TOPIC,
                                    CaseState.TOPIC,
                                    ConceptionReleased.TOPIC,
                                    NotificationSent.TOPIC,
                                    ResolutionAdopted.TOPIC)
                            .distinct()
                            .map(topic -> new NewTopic(topic, 6, (short) 1))
                            .toList();
            admin.createTopics(topics).all().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new IllegalStateException("No topics for the tests", refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
                        "1000");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Pattern.compile("foerderkreis\\.stakeholder\\..*"));
            while (running) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> heard.add(event(record)));
            }
        } catch (org.apache.kafka.common.errors.InterruptException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Event event(ConsumerRecord<String, byte[]> record) {
        return new Event(
                header(record, "ce_type"),
                header(record, "district"),
                record.topic(),
                record.key(),
                record.value() == null
                        ? json.getNodeFactory().nullNode()
                        : json.readTree(record.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** One announced event. */
    public record Event(String type, String district, String topic, String key, JsonNode body) {}
}
