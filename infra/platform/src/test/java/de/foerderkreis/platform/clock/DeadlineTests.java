package de.foerderkreis.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.sample.SampleDeadlines;
import de.foerderkreis.platform.sample.Seen;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@SampleTest
class DeadlineTests {

    @Autowired Deadlines deadlines;
    @Autowired DeadlineRunner runner;
    @Autowired SampleDeadlines handler;
    @Autowired Seen seen;
    @Autowired TransactionTemplate transactions;
    @Autowired TechnicalDatabase technical;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;

    @Test
    void dueDeadlinesRunInDueOrderOnceEach() {
        var prefix = Ids.next().toString();
        var now = Instant.now();
        transactions(() -> {
            deadlines.schedule(SampleDeadlines.KIND, prefix + "-2", now.minusSeconds(10), "{}");
            deadlines.schedule(SampleDeadlines.KIND, prefix + "-1", now.minusSeconds(20), "{}");
            deadlines.schedule(SampleDeadlines.KIND, prefix + "-3", now.minusSeconds(5), "{}");
        });
        await().atMost(Duration.ofSeconds(10)).until(() -> waiting(prefix) == 0);
        assertThat(
                        handler.ran.stream()
                                .map(SampleDeadlines.Ran::subject)
                                .filter(it -> it.startsWith(prefix)))
                .containsExactly(prefix + "-1", prefix + "-2", prefix + "-3");
        assertThat(seen.of("05382", prefix + "-1")).hasSize(1);
    }

    @Test
    void aFailingDeadlineIsRolledBackKeptAndHoldsUpNoOther() {
        var prefix = Ids.next().toString();
        handler.broken.add(prefix + "-1");
        transactions(() -> {
            deadlines.schedule(
                    SampleDeadlines.KIND, prefix + "-1", Instant.now().minusSeconds(20), "{}");
            deadlines.schedule(
                    "nobody.handles", prefix + "-2", Instant.now().minusSeconds(15), "{}");
            deadlines.schedule(
                    SampleDeadlines.KIND, prefix + "-3", Instant.now().minusSeconds(10), "{}");
        });
        await().atMost(Duration.ofSeconds(10))
                .until(() -> seen.of("05382", prefix + "-3").size() == 1);
        assertThat(seen.of("05382", prefix + "-1")).isEmpty();
        assertThat(runner.failing()).isGreaterThanOrEqualTo(2);

        handler.broken.clear();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> seen.of("05382", prefix + "-1").size() == 1);
        transactions(() -> deadlines.cancel("nobody.handles", prefix + "-2"));
        assertThat(waiting(prefix)).isZero();
    }

    @Test
    void aMovedDeadlineFallsDueLaterAndACancelledOneNever() {
        var prefix = Ids.next().toString();
        transactions(() -> {
            deadlines.schedule(SampleDeadlines.KIND, prefix, Instant.now().minusSeconds(5), "{}");
            deadlines.schedule(SampleDeadlines.KIND, prefix, Instant.now().plusSeconds(3600), "{}");
        });
        runner.runDue(clock.now(), due -> {});
        assertThat(seen.of("05382", prefix)).isEmpty();
        assertThat(waiting(prefix)).isEqualTo(1);
        transactions(() -> deadlines.cancel(SampleDeadlines.KIND, prefix));
        assertThat(waiting(prefix)).isZero();
    }

    @Test
    void whatJoinsADeadlineMayBringItForwardAndNeverPutsItOff() {
        var subject = Ids.next().toString();
        var due = clock.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        transactions(() -> {
            deadlines.scheduleNoLater(SampleDeadlines.KIND, subject, due, "{}");
            deadlines.scheduleNoLater(SampleDeadlines.KIND, subject, due.plusSeconds(60), "{}");
        });
        assertThat(runner.nextDue(due.minusSeconds(1))).contains(due);
        assertThat(waiting(subject)).isEqualTo(1);

        transactions(() ->
                deadlines.scheduleNoLater(
                        SampleDeadlines.KIND, subject, due.minusSeconds(60), "{}"));
        assertThat(runner.nextDue(due.minusSeconds(61))).contains(due.minusSeconds(60));
        transactions(() -> deadlines.cancel(SampleDeadlines.KIND, subject));
    }

    @Test
    void outsideTheDemoTheClockIsTheSystemsAndNoEventMovesIt() throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                de.foerderkreis.platformtest.TestStack.kafka(),
                                "max.block.ms",
                                3000),
                        new StringSerializer(),
                        new StringSerializer())) {
            var move =
                    "{\"moveId\":\"%s\",\"now\":\"2012-01-01T00:00:00Z\",\"aggregateVersion\":1}"
                            .formatted(Ids.next());
            try (var admin =
                    org.apache.kafka.clients.admin.Admin.create(
                            Map.of(
                                    "bootstrap.servers",
                                    de.foerderkreis.platformtest.TestStack.kafka()))) {
                var known = admin.listTopics().names().get();
                if (!known.contains("foerderkreis.clock.v1")) {
                    admin.createTopics(
                                    List.of(
                                            new org.apache.kafka.clients.admin.NewTopic(
                                                    "foerderkreis.clock.v1", 1, (short) 1)))
                            .all()
                            .get();
                }
            }
            producer.send(new ProducerRecord<>("foerderkreis.clock.v1", "clock", move)).get();
        }
        assertThat(context.getBeansOfType(BusinessClock.class).values())
                .singleElement()
                .isInstanceOf(SystemClock.class);
        assertThat(context.containsBean("clockMoves")).isFalse();
        assertThat(Duration.between(clock.now(), Instant.now()).abs())
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aDayEndsAtMidnightInBerlinInSummerAndWinter() {
        assertThat(BusinessClock.endOf(LocalDate.of(2014, 3, 4))).isEqualTo("2014-03-04T23:00:00Z");
        assertThat(BusinessClock.endOf(LocalDate.of(2014, 7, 1))).isEqualTo("2014-07-01T22:00:00Z");
    }

    private void transactions(Runnable work) {
        Tenancy.run("05382", () -> transactions.executeWithoutResult(status -> work.run()));
    }

    private long waiting(String prefix) {
        return technical
                .jdbc()
                .sql("select count(*) from deadline where subject like ?")
                .param(prefix + "%")
                .query(Long.class)
                .single();
    }
}
