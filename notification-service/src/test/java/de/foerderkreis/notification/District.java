package de.foerderkreis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened.Addressee;
import de.foerderkreis.contracts.stakeholder.ContactState;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Plays the other services: sends their events over Kafka, and reads what came of them. */
@Component
public class District implements DisposableBean {

    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000);

    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final KafkaProducer<String, byte[]> producer;

    District(JsonMapper json, JdbcClient jdbc, TransactionTemplate transactions) {
        this.json = json;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestStack.kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** A district no other test knows. */
    public static String fresh() {
        return String.valueOf(NUMBERS.incrementAndGet());
    }

    /** The towns of a district, with the last three digits of their key. */
    public static List<String> towns(String district, String... endings) {
        return List.of(endings).stream().map(it -> district + it).toList();
    }

    public UUID contact(String organisation, String function, String salutation, String name) {
        return contact(
                UUID.randomUUID(), organisation, function, salutation, name, "de", List.of(), true);
    }

    public UUID partner(String alias, String name, boolean hasAccount, String... subscriptions) {
        return contact(
                UUID.randomUUID(),
                alias,
                "PARTNER_CONTACT",
                "NEUTRAL",
                name,
                "de",
                List.of(subscriptions),
                hasAccount);
    }

    public UUID contact(
            UUID id,
            String organisation,
            String function,
            String salutation,
            String name,
            String language,
            List<String> subscriptions,
            boolean hasAccount) {
        var state =
                new ContactState(
                        id,
                        organisation,
                        "Name von " + organisation,
                        function,
                        salutation,
                        name,
                        address(organisation, function),
                        language,
                        subscriptions,
                        hasAccount,
                        LocalDate.of(2010, 1, 1),
                        null,
                        System.nanoTime());
        send(
                organisation.substring(0, 5),
                ContactState.TOPIC,
                id.toString(),
                UUID.randomUUID(),
                state);
        return id;
    }

    public void erase(String district, UUID contact) {
        send(district, ContactState.TOPIC, contact.toString(), UUID.randomUUID(), null);
    }

    public static String address(String organisation, String function) {
        return function.toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                + "@"
                + organisation
                + ".example";
    }

    /** A case all other events can speak of. */
    public UUID openCase(String district) {
        var id = UUID.randomUUID();
        send(
                district,
                CaseState.TOPIC,
                id.toString(),
                UUID.randomUUID(),
                new CaseState(
                        id,
                        "KI Rhein-Sieg-Kreis",
                        "50.2-KI-2012",
                        "KI-2012",
                        "PREPARATION",
                        LocalDate.of(2012, 10, 2),
                        1));
        return id;
    }

    public void municipality(String ags, String name) {
        send(
                ags.substring(0, 5),
                MunicipalityState.TOPIC,
                ags,
                UUID.randomUUID(),
                new MunicipalityState(ags, name, "STADT", 10_000, true, 1));
    }

    public ConsultationOpened round(UUID caseId, List<String> towns) {
        return new ConsultationOpened(
                UUID.randomUUID(),
                caseId,
                "Entwurf der Konzeption",
                "DRAFT_OPINION",
                LocalDate.of(2014, 2, 17),
                LocalDate.of(2014, 3, 4),
                towns.stream().map(it -> new Addressee(it, null)).toList(),
                null,
                1);
    }

    /** Sends an event for the first time; answers its id. */
    public UUID tell(String district, String topic, Object key, Object event) {
        var id = UUID.randomUUID();
        send(district, topic, key.toString(), id, event);
        return id;
    }

    public void send(String district, String topic, String key, UUID id, Object event) {
        var record =
                new ProducerRecord<>(
                        topic, key, event == null ? null : json.writeValueAsBytes(event));
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", event == null ? "Tombstone" : event.getClass().getSimpleName());
        headers.put("ce_source", "/test");
        headers.put("ce_subject", key);
        headers.put("ce_time", Instant.parse("2014-02-17T08:00:00Z").toString());
        headers.put("content-type", "application/json");
        headers.put("district", district);
        headers.forEach((name, value) ->
                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** What stands in the deliveries of a district. */
    public List<Delivery> deliveries(String district, String notice) {
        return in(
                district,
                () ->
                        jdbc.sql(
                                        "select id, organisation, function, channel, state, reason from delivery where notice ="
                                                + " ? order by organisation, function, channel")
                                .param(notice)
                                .query(Delivery.class)
                                .list());
    }

    public List<Delivery> awaitDeliveries(String district, String notice, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() ->
                        assertThat(deliveries(district, notice))
                                .hasSizeGreaterThanOrEqualTo(count));
        return deliveries(district, notice);
    }

    /** Waits until the events sent so far to a consumer have been handled. */
    public void awaitHandled(String consumer, UUID event) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(handled(consumer, event)).isTrue());
    }

    private boolean handled(String consumer, UUID event) {
        return jdbc.sql("select count(*) from inbox where consumer = ? and event_id = ?")
                        .params(consumer, event)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public void awaitContacts(String district, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(count(district, "contact")).isGreaterThanOrEqualTo(count));
    }

    public void awaitRows(String district, String table, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(count(district, table)).isGreaterThanOrEqualTo(count));
    }

    public int count(String district, String table) {
        return in(
                district,
                () -> jdbc.sql("select count(*) from " + table).query(Integer.class).single());
    }

    public <T> T in(String district, Supplier<T> work) {
        return Tenancy.<T>call(district, null, () -> transactions.execute(status -> work.get()));
    }

    public void emptyQueue() {
        jdbc.sql("delete from mail_queue").update();
    }

    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(1));
    }

    public record Delivery(
            UUID id,
            String organisation,
            String function,
            String channel,
            String state,
            String reason) {}
}
