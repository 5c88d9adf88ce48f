package de.foerderkreis.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.sample.Rounds;
import de.foerderkreis.platform.sample.SampleEvents;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.RecordedTopic;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SampleTest
class OutboxTests {

    private static final RecordedTopic TOPIC = RecordedTopic.of(SampleEvents.TOPIC);

    @Autowired Rounds rounds;
    @Autowired Outbox outbox;
    @Autowired Roots roots;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired TechnicalDatabase technical;

    @Test
    void anEventReachesKafkaAsACloudEvent() {
        var id = inDistrict(() -> rounds.open("Anhörung"));
        var message = TOPIC.await(id.toString(), 1).getFirst();

        var event = KafkaMessageFactory.createReader(message).toEvent();

        assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
        assertThat(event.getType()).isEqualTo("RoundChanged");
        assertThat(event.getSource().toString()).isEqualTo("/foerderkreis/sample");
        assertThat(event.getSubject()).isEqualTo(id.toString());
        assertThat(UUID.fromString(event.getId()).version()).isEqualTo(7);
        assertThat(event.getTime()).isNotNull();
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getData()).isNotNull();
        assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                .contains("\"what\":\"Anhörung\"")
                .contains("\"aggregateVersion\":1");
        assertThat(RecordedTopic.header(message, "district")).isEqualTo("05382");
    }

    @Test
    void rowsAreDeletedOnceTheBrokerHasThem() {
        var id = inDistrict(() -> rounds.open("Anhörung"));
        TOPIC.await(id.toString(), 1);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(waiting(id)).isZero());
    }

    @Test
    void changeTrailAndEventCommitTogetherOrNotAtAll() {
        var id = inDistrict(() -> rounds.open("Anhörung"));
        TOPIC.await(id.toString(), 1);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Tenancy.run("05382", () -> rounds.failAfterEverything(id)));
        inDistrict(() -> rounds.state(id, "danach", () -> {}));

        var versions = TOPIC.await(id.toString(), 2);

        assertThat(versions).extracting(OutboxTests::version).containsExactly(1L, 2L);
        assertThat(
                        counted(
                                "select count(*) from statement where round_id = ? and text = 'verloren'",
                                id))
                .isZero();
        assertThat(
                        counted(
                                "select count(*) from audit_entry where action = 'round.lost' and object_id = ?::text",
                                id))
                .isZero();
    }

    @Test
    void appendingWithoutATransactionFailsLoudly() {
        var root = new LockedRoot("round", "1", 1);
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() ->
                        outbox.append(
                                root,
                                SampleEvents.TOPIC,
                                new SampleEvents.RoundChanged(Ids.next(), "", 1)));
    }

    @Test
    void aForeignOrMissingRootIsNotFound() {
        var id = inDistrict(() -> rounds.open("Anhörung"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        Tenancy.call(
                                "05358",
                                null,
                                () -> transactions.execute(status -> roots.lock("round", id))))
                .matches(problem -> problem.type().equals("not-found"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        inDistrict(() ->
                                transactions.execute(status -> roots.lock("round", Ids.next()))));
    }

    @Test
    void anEventTooLargeForTheBrokerIsRefusedBeforeTheCommit() {
        var id = inDistrict(() -> rounds.open("Anhörung"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () -> inDistrict(() -> rounds.state(id, "ä".repeat(500_000), () -> {})));
    }

    @Test
    void overlappingTransactionsOnOneKeyDoNotSwapAlsoWhenOnlyAChildChanges() throws Exception {
        var id = inDistrict(() -> rounds.open("Anhörung"));
        var firstHasTheLock = new CountDownLatch(1);
        var secondWaits = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> first =
                    threads.submit(() ->
                            inDistrict(() ->
                                    rounds.state(
                                            id,
                                            "erste",
                                            () -> {
                                                firstHasTheLock.countDown();
                                                within(secondWaits);
                                            })));
            assertThat(firstHasTheLock.await(10, TimeUnit.SECONDS)).isTrue();
            // Begins later, has nothing to wait for but the root, and would be in the outbox first
            // without its lock.
            Future<Long> second =
                    threads.submit(() -> inDistrict(() -> rounds.state(id, "zweite", () -> {})));
            await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaitsForARow);
            secondWaits.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(2);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(3);
        }
        assertThat(TOPIC.await(id.toString(), 3))
                .extracting(OutboxTests::version)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void manyWritersAndTwoRelaysKeepTheOrderOfEveryKey() throws Exception {
        var keys = new ArrayList<UUID>();
        for (int i = 0; i < 8; i++) {
            keys.add(inDistrict(() -> rounds.open("Anhörung")));
        }
        int perWriter = 96;
        var second = SecondRelay.start(technical);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int offset = writer;
                running.add(
                        writers.submit(() -> {
                            for (int i = 0; i < perWriter; i++) {
                                var key = keys.get((i + offset) % keys.size());
                                inDistrict(() -> rounds.state(key, "n", () -> {}));
                            }
                        }));
            }
            for (var writer : running) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            await().atMost(Duration.ofSeconds(20)).until(() -> new Backlog(technical).depth() == 0);
            second.stop();
        }
        int perKey = 1 + 4 * perWriter / keys.size();
        for (var key : keys) {
            // Delivery is at least once: a batch whose acknowledgement came late is sent again.
            var known = new HashSet<String>();
            var versions =
                    TOPIC.await(key.toString(), perKey).stream()
                            .filter(it -> known.add(RecordedTopic.header(it, "ce_id")))
                            .map(OutboxTests::version)
                            .toList();
            var expected = new ArrayList<Long>();
            for (long version = 1; version <= perKey; version++) {
                expected.add(version);
            }
            assertThat(versions).isEqualTo(expected);
        }
    }

    static long version(ConsumerRecord<String, byte[]> message) {
        return EventJson.tree(new String(message.value(), StandardCharsets.UTF_8))
                .path("aggregateVersion")
                .asLong();
    }

    private boolean somebodyWaitsForARow() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void within(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long waiting(UUID key) {
        return technical
                .jdbc()
                .sql("select count(*) from outbox where key = ?")
                .param(key.toString())
                .query(Long.class)
                .single();
    }

    private long counted(String sql, UUID id) {
        return inDistrict(() ->
                transactions.execute(status -> jdbc.sql(sql).param(id).query(Long.class).single()));
    }

    private static <T> T inDistrict(java.util.function.Supplier<T> work) {
        return Tenancy.call("05382", null, work);
    }
}
