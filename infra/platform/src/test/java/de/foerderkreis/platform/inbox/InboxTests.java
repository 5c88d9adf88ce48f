package de.foerderkreis.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.outbox.EventJson;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.sample.Reactions;
import de.foerderkreis.platform.sample.SampleEvents;
import de.foerderkreis.platform.sample.Seen;
import de.foerderkreis.platformtest.RecordedTopic;
import de.foerderkreis.platformtest.TestStack;
import de.foerderkreis.platformtest.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Events are sent straight to the topic, as another service's relay would. */
@SampleTest
class InboxTests {

    private static final String LETTERS = "/api/sample/v1/operations/dead-letters";

    @Autowired Seen seen;
    @Autowired Reactions reactions;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvcTester mvc;

    private final String key = Ids.next().toString();
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void connect() {
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestStack.kafka()),
                        new StringSerializer(),
                        new StringSerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
        reactions.poisoned.clear();
        reactions.failingOnce.clear();
    }

    @Test
    void theSameEventTwiceHasItsEffectOnce() {
        var id = Ids.next();
        changed(key, id, "eins", 1);
        changed(key, id, "eins", 1);
        changed(key, Ids.next(), "zwei", 2);
        awaitSeen("eins", "zwei");
    }

    @Test
    void anEffectWhoseTransactionFailedIsTriedAgainAndHappensOnce() {
        reactions.failingOnce.add(key);
        changed(key, Ids.next(), "eins", 1);
        changed(key, Ids.next(), "zwei", 2);
        awaitSeen("eins", "zwei");
    }

    @Test
    void typesNobodyAskedForArePassedOver() {
        send(SampleEvents.TOPIC, key, Ids.next(), "SomethingNew", "{\"unknown\":1}");
        changed(key, Ids.next(), "eins", 1);
        awaitSeen("eins");
        assertThat(letters()).isZero();
    }

    @Test
    void aPoisonEventBecomesADeadLetterAndTheLaterOnesOfItsKeyWaitUntilRedrive() {
        var healthy = Ids.next().toString();
        reactions.poisoned.add(key);
        var poison = Ids.next();
        var second = Ids.next();
        changed(key, poison, "eins", 1);
        changed(key, second, "zwei", 2);
        changed(key, second, "zwei", 2);
        changed(key, Ids.next(), "drei", 3);
        changed(healthy, Ids.next(), "gesund", 1);

        await().atMost(Duration.ofSeconds(20)).until(() -> letters() == 3);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> seen.of("05382", healthy).equals(List.of("gesund")));
        assertThat(seen.of("05382", key)).isEmpty();
        var copy = RecordedTopic.of(SampleEvents.TOPIC + "-dlt").await(key, 1).getFirst();
        assertThat(RecordedTopic.header(copy, "ce_id")).isEqualTo(poison.toString());
        assertThat(RecordedTopic.header(copy, "dlt-consumer")).isEqualTo("sample.follow");
        assertThat(RecordedTopic.header(copy, "dlt-error"))
                .contains("IllegalStateException")
                .doesNotContain("Erika");

        var letter = letterId();
        assertThat(list(Tokens.admin("05382")))
                .hasStatusOk()
                .bodyText()
                .contains(poison.toString(), "\"parkedBehind\":2");
        assertThat(list(Tokens.admin("05358")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(poison.toString());
        assertThat(list(Tokens.clerk("05382"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(redrive(letter, Tokens.admin("05358"))).hasStatus(HttpStatus.NOT_FOUND);

        assertThat(redrive(letter, Tokens.admin("05382")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.applied")
                .isEqualTo(0);
        assertThat(letters()).isEqualTo(3);

        reactions.poisoned.clear();
        assertThat(redrive(letter, Tokens.admin("05382")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.applied")
                .isEqualTo(3);
        awaitSeen("eins", "zwei", "drei");
        changed(key, poison, "eins", 1);
        changed(key, Ids.next(), "vier", 4);
        awaitSeen("eins", "zwei", "drei", "vier");
    }

    @Test
    void aDeadLetterIsSkippedOnlyWithAReasonWhichIsInTheTrail() {
        reactions.poisoned.add(key);
        var poison = Ids.next();
        changed(key, poison, "eins", 1);
        changed(key, Ids.next(), "zwei", 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> letters() == 2);
        reactions.poisoned.clear();
        var letter = letterId();

        assertThat(skip(letter, "{\"reason\":\" \"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(skip(letter, "{\"reason\":\"Doppelt erfasst, siehe Vermerk\"}")).hasStatusOk();

        awaitSeen("zwei");
        assertThat(letters()).isZero();
        assertThat(
                        mvc.get()
                                .uri(
                                        "/api/sample/v1/audit?objectType=dead-letter&objectId="
                                                + letter)
                                .header("Authorization", "Bearer " + Tokens.auditor("05382")))
                .hasStatusOk()
                .bodyText()
                .contains("dead-letter.skipped", "Doppelt erfasst, siehe Vermerk", "05382:admin");
        changed(key, poison, "eins", 1);
        changed(key, Ids.next(), "drei", 3);
        awaitSeen("zwei", "drei");
    }

    @Test
    void whatCannotBeReadIsADeadLetterAtOnce() {
        send(SampleEvents.TOPIC, key, Ids.next(), "RoundChanged", "{\"roundId\":\"not a uuid\"}");
        await().atMost(Duration.ofSeconds(20)).until(() -> letters() == 1);
    }

    @Test
    void anOlderFullStateIsIgnoredAndAnErasureIsApplied() {
        state(key, "alt", 1);
        state(key, "neu", 3);
        state(key, "dazwischen", 2);
        state(key, "neuer", 4);
        awaitSeen("alt", "neu", "neuer");
        send(SampleEvents.STATES, key, Ids.next(), "Tombstone", null);
        awaitSeen("alt", "neu", "neuer", "erased");
    }

    private MvcTestResult list(String token) {
        return mvc.get().uri(LETTERS).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult redrive(UUID letter, String token) {
        return mvc.post()
                .uri(LETTERS + "/{id}/redrive", letter)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private MvcTestResult skip(UUID letter, String body) {
        return mvc.post()
                .uri(LETTERS + "/{id}/skip", letter)
                .header("Authorization", "Bearer " + Tokens.admin("05382"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private void changed(String roundKey, UUID eventId, String what, long version) {
        send(
                SampleEvents.TOPIC,
                roundKey,
                eventId,
                "RoundChanged",
                EventJson.write(
                        Map.of(
                                "roundId",
                                roundKey,
                                "what",
                                what,
                                "aggregateVersion",
                                version,
                                "addedLater",
                                "ignored")));
    }

    private void state(String roundKey, String title, long version) {
        send(
                SampleEvents.STATES,
                roundKey,
                Ids.next(),
                "RoundState",
                EventJson.write(
                        new SampleEvents.RoundState(UUID.fromString(roundKey), title, version)));
    }

    private void send(
            String topic, String messageKey, UUID eventId, String type, @Nullable String payload) {
        var message = new ProducerRecord<>(topic, messageKey, payload);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", eventId.toString());
        header(message, "ce_type", type);
        header(message, "ce_source", "/test");
        header(message, "ce_time", "2014-02-17T08:00:00Z");
        header(message, "district", "05382");
        try {
            producer.send(message).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitSeen(String... what) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seen.of("05382", key)).containsExactly(what));
    }

    private long letters() {
        return jdbc.sql("select count(*) from dead_letter where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private UUID letterId() {
        return jdbc.sql("select id from dead_letter where key = ? and state = 'FAILED'")
                .param(key)
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
    }
}
