package de.foerderkreis.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.sample.Rounds;
import de.foerderkreis.platform.sample.SampleEvents;
import de.foerderkreis.platform.sample.Seen;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.EmbeddedKafka;
import de.foerderkreis.platformtest.RecordedTopic;
import de.foerderkreis.platformtest.TestStack;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The relay of the service under test is stopped; the tests play the instances that live and die.
 */
@SampleTest
class RelayTests {

    private static final RecordedTopic TOPIC = RecordedTopic.of(SampleEvents.TOPIC);

    @Autowired Rounds rounds;
    @Autowired Seen seen;
    @Autowired Relay own;
    @Autowired TechnicalDatabase technical;

    @Value("${spring.datasource.url}")
    String url;

    @BeforeEach
    void stopTheRelayOfTheService() {
        await().atMost(Duration.ofSeconds(20)).until(() -> new Backlog(technical).depth() == 0);
        own.stop();
    }

    @AfterEach
    void startItAgain() {
        own.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> new Backlog(technical).depth() == 0);
    }

    @Test
    void aDeathBetweenCommitAndSendLosesNothing() throws Exception {
        var id = open();
        dyingAt(Relay.Checkpoint.BEFORE_SEND);
        assertThat(TOPIC.ofKey(id.toString())).isEmpty();
        assertThat(new Backlog(technical).depth()).isEqualTo(1);

        var other = SecondRelay.start(technical);

        assertThat(TOPIC.await(id.toString(), 1)).hasSize(1);
        other.stop();
    }

    @Test
    void aDeathBetweenSendAndMarkDoublesNothingDownstream() throws Exception {
        var id = open();
        dyingAt(Relay.Checkpoint.BEFORE_DELETE);
        assertThat(TOPIC.await(id.toString(), 1)).hasSize(1);
        assertThat(new Backlog(technical).depth()).isEqualTo(1);

        var other = SecondRelay.start(technical);

        var delivered = TOPIC.await(id.toString(), 2);
        assertThat(delivered).extracting(it -> RecordedTopic.header(it, "ce_id")).hasSize(2);
        assertThat(
                        new HashSet<>(
                                delivered.stream()
                                        .map(it -> RecordedTopic.header(it, "ce_id"))
                                        .toList()))
                .hasSize(1);
        Tenancy.call("05382", null, () -> rounds.state(id, "danach", () -> {}));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(seen.of("05382", id.toString()))
                                .containsExactly("Anhörung", "danach"));
        other.stop();
    }

    @Test
    void anotherRelayTakesOverWhenOneDiesInTheMiddle() throws Exception {
        var holding = new CountDownLatch(1);
        var dead = new CountDownLatch(1);
        var first =
                SecondRelay.start(
                        technical,
                        TestStack.kafka(),
                        checkpoint -> {
                            holding.countDown();
                            waitFor(dead);
                            throw new Killed();
                        });
        var id = open();
        assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();

        var second = SecondRelay.start(technical);
        second.wake(0);
        assertThat(TOPIC.ofKey(id.toString())).as("the slot belongs to the first relay").isEmpty();
        cutConnectionsInTransaction();
        dead.countDown();

        assertThat(TOPIC.await(id.toString(), 1)).hasSize(1);
        second.stop();
        first.stop();
    }

    @Test
    void aBrokerOutageHoldsNoTransactionLongerThanFiveSecondsAndLosesNothing() throws Exception {
        var broker = EmbeddedKafka.start();
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            admin.createTopics(List.of(new NewTopic(SampleEvents.TOPIC, 6, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        var relay = SecondRelay.start(technical, broker.address(), checkpoint -> {});
        var before = open();
        var topic = RecordedTopic.of(broker.address(), SampleEvents.TOPIC);
        topic.await(before.toString(), 1);

        broker.stop();
        var during = List.of(open(), open(), open());
        long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        double longest = 0;
        boolean healthyThroughout = true;
        while (System.nanoTime() < end) {
            longest = Math.max(longest, longestTransactionOfTheRelay());
            healthyThroughout &= new Backlog(technical).depth() == 3;
        }
        assertThat(longest).isLessThan(5.0);
        assertThat(healthyThroughout).as("nothing is deleted without an acknowledgement").isTrue();

        broker.startAgain();
        for (var id : during) {
            assertThat(topic.await(id.toString(), 1)).isNotEmpty();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> new Backlog(technical).depth() == 0);
        relay.stop();
        broker.stop();
    }

    @Test
    void anIdleRelayAsksTwiceASecondAtMost() {
        var relay = SecondRelay.start(technical);
        try (var administrator = administrator()) {
            var jdbc = JdbcClient.create(administrator);
            var starts = new TreeSet<Long>();
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            while (System.nanoTime() < end) {
                starts.addAll(
                        jdbc.sql(
                                        """
                                        select (extract(epoch from query_start) * 1000)::bigint as started from pg_stat_activity
                                        where datname = current_database() and query like '%generate_series%outbox%'
                                            and pid <> pg_backend_pid()
                                        """)
                                .query((row, number) -> row.getLong("started"))
                                .list());
            }
            // Parsing and executing one statement are two starts a fraction of a millisecond apart.
            long previous = 0;
            int rounds = 0;
            for (long start : starts) {
                if (start - previous > 100) {
                    rounds++;
                }
                previous = start;
            }
            assertThat(rounds).as("rounds in three seconds at %s", starts).isBetween(1, 8);
        } finally {
            relay.stop();
        }
    }

    @Test
    void aBacklogOlderThanAMinuteIsSeenInTheHealth() {
        var backlog = new Backlog(technical);
        assertThat(backlog.health().getStatus().getCode()).isEqualTo("UP");
        try (var administrator = administrator()) {
            // An id tells when it was made: this one two minutes ago.
            JdbcClient.create(administrator)
                    .sql(
                            """
                            insert into outbox (id, topic, key, type, source, subject, time, district, payload)
                            values (uuidv7(interval '-2 minutes'), ?, 'alt', 'Unknown', '/test', 'alt', now(), '05382', '{}')
                            """)
                    .param(SampleEvents.TOPIC)
                    .update();
        }
        assertThat(backlog.health().getStatus()).isEqualTo(Backlog.DEGRADED);
        assertThat(backlog.age()).isGreaterThan(Duration.ofSeconds(100));
    }

    private UUID open() {
        return Tenancy.call("05382", null, () -> rounds.open("Anhörung"));
    }

    /**
     * Runs a relay until it dies: its connection is cut by the server, and nothing of its code runs
     * on.
     */
    private void dyingAt(Relay.Checkpoint fatal) throws InterruptedException {
        var reached = new CountDownLatch(1);
        var relay =
                SecondRelay.start(
                        technical,
                        TestStack.kafka(),
                        checkpoint -> {
                            if (checkpoint == fatal) {
                                cutConnectionsInTransaction();
                                reached.countDown();
                                throw new Killed();
                            }
                        });
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        relay.stop();
    }

    private void cutConnectionsInTransaction() {
        try (var administrator = administrator()) {
            JdbcClient.create(administrator)
                    .sql(
                            """
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = current_database() and usename like '%_relay' and state = 'idle in transaction'
                            """)
                    .query((row, number) -> row.getBoolean(1))
                    .list();
        }
    }

    private double longestTransactionOfTheRelay() {
        try (var administrator = administrator()) {
            return JdbcClient.create(administrator)
                    .sql(
                            """
                            select coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0) from pg_stat_activity
                            where datname = current_database() and usename like '%_relay'
                            """)
                    .query(Double.class)
                    .single();
        }
    }

    private SingleConnectionDataSource administrator() {
        return new SingleConnectionDataSource(TestStack.administrator(url), true);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not an exception the relay could handle. */
    private static final class Killed extends Error {
        Killed() {
            super("killed by the test", null, false, false);
        }
    }
}
