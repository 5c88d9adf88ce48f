package de.foerderkreis.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.platform.outbox.EventJson;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.sample.SampleDeadlines;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.RecordedTopic;
import de.foerderkreis.platformtest.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@SampleTest
@ActiveProfiles("demo")
class DemoClockTests {

    @Autowired BusinessClock clock;
    @Autowired Deadlines deadlines;
    @Autowired SampleDeadlines handler;
    @Autowired TransactionTemplate transactions;
    @Autowired MockMvcTester mvc;

    @Test
    void theClockStandsStillAndMovesFromDeadlineToDeadline() throws Exception {
        var start = clock.now();
        assertThat(start).isEqualTo("2012-10-01T06:00:00Z");
        var subject = Ids.next().toString();
        Tenancy.run(
                "05382",
                () ->
                        transactions.executeWithoutResult(status -> {
                            schedule(subject + "-2", "2013-02-01T00:00:00Z", "{}");
                            schedule(subject + "-1", "2013-01-01T00:00:00Z", "\"again\"");
                            schedule(subject + "-3", "2014-06-01T00:00:00Z", "{}");
                        }));
        assertThat(clock.now()).isEqualTo(start);

        var first = Ids.next();
        move(first, "2013-03-01T08:00:00Z");

        var reached = reached(first);
        assertThat(reached.path("service").asString()).isEqualTo("sample");
        assertThat(reached.path("now").asString()).isEqualTo("2013-03-01T08:00:00Z");
        assertThat(reached.path("nextDue").asString()).isEqualTo("2014-06-01T00:00:00Z");
        assertThat(handler.ran.stream().filter(it -> it.subject().startsWith(subject)))
                .extracting(SampleDeadlines.Ran::subject, SampleDeadlines.Ran::clock)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                subject + "-1", Instant.parse("2013-01-01T00:00:00Z")),
                        org.assertj.core.groups.Tuple.tuple(
                                subject + "-1", Instant.parse("2013-01-01T01:00:00Z")),
                        org.assertj.core.groups.Tuple.tuple(
                                subject + "-2", Instant.parse("2013-02-01T00:00:00Z")));
        assertThat(clock.now()).isEqualTo("2013-03-01T08:00:00Z");

        var backwards = Ids.next();
        move(backwards, "2012-01-01T00:00:00Z");
        assertThat(reached(backwards).path("now").asString()).isEqualTo("2013-03-01T08:00:00Z");

        move(first, "2013-03-01T08:00:00Z");
        var last = Ids.next();
        move(last, "2014-07-01T00:00:00Z");
        assertThat(reached(last).path("nextDue").isNull()).isTrue();
        assertThat(handler.ran.stream().filter(it -> it.subject().startsWith(subject))).hasSize(4);
    }

    @Test
    void theMappingsCanBeReadInTheDemo() {
        assertThat(mvc.get().uri("/actuator/mappings")).hasStatusOk();
    }

    private void schedule(String subject, String dueAt, String payload) {
        deadlines.schedule(SampleDeadlines.KIND, subject, Instant.parse(dueAt), payload);
    }

    private static void move(UUID moveId, String now) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestStack.kafka()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    ClockMoves.TOPIC,
                                    "clock",
                                    EventJson.write(
                                            Map.of(
                                                    "moveId",
                                                    moveId,
                                                    "now",
                                                    now,
                                                    "aggregateVersion",
                                                    1))))
                    .get();
        }
    }

    private static JsonNode reached(UUID moveId) {
        var topic = RecordedTopic.of(ClockReached.TOPIC);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                topic.ofKey("sample").stream()
                                        .map(it ->
                                                EventJson.tree(
                                                        new String(
                                                                it.value(),
                                                                StandardCharsets.UTF_8)))
                                        .filter(it ->
                                                it.path("moveId")
                                                        .asString()
                                                        .equals(moveId.toString()))
                                        .findFirst()
                                        .orElse(null),
                        found -> found != null);
    }
}
