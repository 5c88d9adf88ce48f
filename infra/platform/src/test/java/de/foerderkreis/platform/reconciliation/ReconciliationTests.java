package de.foerderkreis.platform.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.inbox.EventSubscription;
import de.foerderkreis.platform.outbox.EventJson;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.outbox.TopicSettings;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.sample.Reactions;
import de.foerderkreis.platform.sample.Rounds;
import de.foerderkreis.platform.sample.SampleEvents;
import de.foerderkreis.platform.sample.Seen;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.RecordedTopic;
import de.foerderkreis.platformtest.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The sample service is producer and consumer in one; it speaks to itself over real topics. */
@SampleTest
class ReconciliationTests {

    private static final String DISTRICT = "05382";
    private static final RecordedTopic FACTS = RecordedTopic.of(SampleEvents.TOPIC);
    private static final RecordedTopic STATES = RecordedTopic.of(SampleEvents.STATES);
    private static final RecordedTopic DIGESTS = RecordedTopic.of(Digest.topicOf("sample"));
    private static final RecordedTopic QUESTIONS = RecordedTopic.of(ReemitRequested.TOPIC);

    @Autowired Rounds rounds;
    @Autowired Seen seen;
    @Autowired Reactions reactions;
    @Autowired Roots roots;
    @Autowired Outbox outbox;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired TechnicalDatabase technical;
    @Autowired TopicSettings topics;
    @Autowired MeterRegistry meters;
    @Autowired List<EventSubscription> subscriptions;

    @Value("${spring.datasource.url}")
    String url;

    @AfterEach
    void heal() {
        reactions.poisoned.clear();
    }

    @Test
    void anEventThatWasLostComesBackAndNothingElseHappensTwice() {
        var id = open();
        state(id, "zwei");
        state(id, "drei");
        awaitSeen(id, "Anhörung", "zwei", "drei");
        var lost = emitted(id).get(1);
        forget("sample.follow", lost);
        inDistrict(() ->
                jdbc.sql("delete from seen where what = 'zwei' and key = ?")
                        .param(id.toString())
                        .update());

        publish(digests(settings(), anHourOn()));
        await().atMost(Duration.ofSeconds(30)).until(() -> missing(lost) == 1);
        gaps(impatient()).ask();

        awaitSeen(id, "Anhörung", "drei", "zwei");
        var delivered = FACTS.await(id.toString(), 4);
        assertThat(delivered).hasSize(4);
        assertThat(delivered)
                .extracting(it -> RecordedTopic.header(it, "ce_id"))
                .filteredOn(it -> it.equals(lost.toString()))
                .hasSize(2);
        assertThat(delivered.get(3).value()).isEqualTo(delivered.get(1).value());
        gaps(impatient()).ask();
        assertThat(missing(lost)).isZero();
        assertThat(questionsAbout(lost)).hasSize(1);
    }

    @Test
    void aStateThatWasLostComesBack() {
        var id = opened();
        publishState(id, "alt");
        publishState(id, "neu");
        awaitSeen(id, "Anhörung", "alt", "neu");
        assertThat(states(id)).as("only the newest state can be emitted again").hasSize(1);
        var lost = states(id).getFirst();
        forget("sample.states", lost);
        technicalOwner(
                "delete from inbox_version where consumer = 'sample.states' and key = '"
                        + id
                        + "'");
        inDistrict(() ->
                jdbc.sql("delete from seen where what = 'neu' and key = ?")
                        .param(id.toString())
                        .update());

        publish(digests(settings(), anHourOn()));
        await().atMost(Duration.ofSeconds(30)).until(() -> missing(lost) == 1);
        gaps(impatient()).ask();

        awaitSeen(id, "Anhörung", "alt", "neu");
        assertThat(STATES.await(id.toString(), 3)).hasSize(3);
    }

    @Test
    void aConsumerThatLacksNothingAsksForNothing() {
        var id = opened();
        state(id, "zwei");
        awaitSeen(id, "Anhörung", "zwei");
        publishState(id, "stand");
        awaitSeen(id, "Anhörung", "zwei", "stand");
        var gaps = gaps(impatient());

        digestsOf(id, digests(settings(), anHourOn())).forEach(gaps::compare);
        gaps.ask();

        for (var event : emitted(id)) {
            assertThat(missing(event)).isZero();
            assertThat(questionsAbout(event)).isEmpty();
        }
    }

    @Test
    void whatMayStillBeOnItsWayIsInNoDigest() {
        var id = open();
        FACTS.await(id.toString(), 1);
        publish(digests(settings(), Clock.systemUTC()));
        publish(digests(settings(), anHourOn()));

        var naming =
                digests().stream()
                        .filter(it ->
                                it.lines().stream()
                                        .anyMatch(line -> line.key().equals(id.toString())))
                        .toList();

        assertThat(naming)
                .isNotEmpty()
                .allMatch(it ->
                        it.takenAt()
                                .isAfter(Clock.systemUTC().instant().plus(Duration.ofMinutes(30))));
    }

    @Test
    void aConsumerWaitsBeforeItAsksAndAsksNoMoreThanItMay() {
        var id = opened();
        var lost = emitted(id).getFirst();
        forget("sample.follow", lost);
        var digest = digestOf(id, lost);
        var patient = gaps(settings());
        patient.compare(digest);
        patient.compare(digest);
        patient.ask();
        assertThat(missing(lost)).isEqualTo(1);
        assertThat(asks(lost)).isZero();

        technicalOwner("delete from emitted where key = '" + id + "'");
        for (int i = 0; i < 5; i++) {
            gaps(impatient()).ask();
        }

        assertThat(asks(lost)).as("its producer has it no more").isEqualTo(3);
        assertThat(questionsAbout(lost)).hasSize(3);
    }

    @Test
    void whatWaitsBehindADeadLetterIsNotMissing() {
        var id = opened();
        reactions.poisoned.add(id.toString());
        state(id, "gift");
        await().atMost(Duration.ofSeconds(30)).until(() -> letters(id) == 1);
        var gaps = gaps(impatient());

        digestsOf(id, digests(settings(), anHourOn())).forEach(gaps::compare);

        assertThat(emitted(id)).hasSize(2).allMatch(it -> missing(it) == 0);
    }

    @Test
    void anErasedStateIsNotEmittedAgain() {
        var id = opened();
        publishState(id, "Name einer Person");
        awaitSeen(id, "Anhörung", "Name einer Person");
        var erased = states(id).getFirst();
        erase(id);
        awaitSeen(id, "Anhörung", "Name einer Person", "erased");
        assertThat(count("select count(*) from emitted where payload like '%Name einer Person%'"))
                .isZero();

        reemission().emitAgain(new ReemitRequested("sample", "test", List.of(erased)));

        assertThat(STATES.await(id.toString(), 2)).hasSize(2);
    }

    @Test
    void anErasureDuringAReemissionComesLast() throws Exception {
        var id = opened();
        publishState(id, "Name einer Person");
        awaitSeen(id, "Anhörung", "Name einer Person");
        var state = states(id).getFirst();
        var emitting = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var again =
                    threads.submit(() ->
                            transactions.executeWithoutResult(status -> {
                                reemission()
                                        .emitAgain(
                                                new ReemitRequested(
                                                        "sample", "test", List.of(state)));
                                emitting.countDown();
                                within(commit);
                            }));
            assertThat(emitting.await(10, TimeUnit.SECONDS)).isTrue();
            var erasing = threads.submit(() -> erase(id));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> count("select count(*) from pg_locks where not granted") > 0);
            commit.countDown();
            again.get(10, TimeUnit.SECONDS);
            erasing.get(10, TimeUnit.SECONDS);
        }

        var order = STATES.await(id.toString(), 3);

        assertThat(order.get(1).value()).isEqualTo(order.get(0).value());
        assertThat(order.get(2).value()).as("the erasure").isNull();
    }

    @Test
    void aDigestComesInPartsOfABoundedSize() {
        var ids = List.of(open(), open(), open());
        var small =
                new ReconciliationSettings(
                        LocalTime.of(3, 10),
                        Duration.ZERO,
                        Duration.ofDays(3),
                        2,
                        Duration.ZERO,
                        Duration.ZERO,
                        3,
                        Duration.ofDays(90));
        var before = digests().size();

        publish(digests(small, anHourOn()));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> namedIn(digests().subList(before, digests().size()), ids) == 3);
        assertThat(digests().subList(before, digests().size()))
                .allMatch(it -> it.lines().size() <= 2);
    }

    @Test
    void theJournalForgetsWhenTheTopicsDoButKeepsTheNewestState() {
        var id = open();
        publishState(id, "stand");
        var other = open();
        publishState(other, "weg");
        erase(other);
        technicalOwner(
                "update emitted set emitted_at = now() - interval '91 days' where key in ('"
                        + id
                        + "', '"
                        + other
                        + "')");

        ReconciliationConfiguration.purge(technical, Duration.ofDays(90));

        assertThat(emitted(id)).isEqualTo(states(id)).hasSize(1);
        assertThat(emitted(other)).isEmpty();
    }

    private Digests digests(ReconciliationSettings settings, Clock clock) {
        return new Digests("sample", topics.topics(), settings, clock, jdbc, roots, outbox, meters);
    }

    private void publish(Digests digests) {
        transactions.executeWithoutResult(status -> digests.publish());
    }

    private Gaps gaps(ReconciliationSettings settings) {
        return new Gaps(
                "sample", subscriptions, settings, jdbc, transactions, roots, outbox, meters);
    }

    private Reemission reemission() {
        return new Reemission(jdbc, transactions, meters);
    }

    private static ReconciliationSettings settings() {
        return new ReconciliationSettings(
                LocalTime.of(3, 10),
                Duration.ofMinutes(5),
                Duration.ofDays(3),
                1000,
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                3,
                Duration.ofDays(90));
    }

    private static ReconciliationSettings impatient() {
        return new ReconciliationSettings(
                LocalTime.of(3, 10),
                Duration.ofMinutes(5),
                Duration.ofDays(3),
                1000,
                Duration.ZERO,
                Duration.ZERO,
                3,
                Duration.ofDays(90));
    }

    private static Clock anHourOn() {
        return Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    }

    private List<Digest> digestsOf(UUID id, Digests source) {
        var expected = emitted(id).size();
        publish(source);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        digests().stream()
                                        .flatMap(it -> it.lines().stream())
                                        .filter(line -> line.key().equals(id.toString()))
                                        .count()
                                >= expected);
        return digests();
    }

    private Digest digestOf(UUID id, UUID event) {
        var now = Clock.systemUTC().instant();
        return new Digest(
                "sample",
                SampleEvents.TOPIC,
                false,
                now,
                List.of(new Digest.Line(event, id.toString(), "RoundChanged", now, null)));
    }

    private static List<Digest> digests() {
        return DIGESTS.now(it -> true).stream()
                .map(it -> EventJson.read(text(it), Digest.class))
                .toList();
    }

    private static long namedIn(List<Digest> digests, List<UUID> ids) {
        var keys = ids.stream().map(UUID::toString).toList();
        return digests.stream()
                .flatMap(it -> it.lines().stream())
                .filter(line -> keys.contains(line.key()))
                .count();
    }

    private static List<ConsumerRecord<String, byte[]>> questionsAbout(UUID event) {
        return QUESTIONS.now(it -> text(it).contains(event.toString()));
    }

    private static String text(ConsumerRecord<String, byte[]> message) {
        return new String(message.value(), StandardCharsets.UTF_8);
    }

    private UUID open() {
        return Tenancy.call(DISTRICT, null, () -> rounds.open("Anhörung"));
    }

    /** Facts and states are two topics: only a wait between them puts them in an order. */
    private UUID opened() {
        var id = open();
        awaitSeen(id, "Anhörung");
        return id;
    }

    private void state(UUID id, String text) {
        Tenancy.run(DISTRICT, () -> rounds.state(id, text, () -> {}));
    }

    private void publishState(UUID id, String title) {
        inDistrict(() -> {
            var root = roots.lock("round", id);
            outbox.append(
                    root,
                    SampleEvents.STATES,
                    new SampleEvents.RoundState(id, title, root.version()));
        });
    }

    private void erase(UUID id) {
        inDistrict(() ->
                outbox.tombstone(roots.lock("round", id), SampleEvents.STATES, id.toString()));
    }

    private void inDistrict(Runnable work) {
        Tenancy.run(DISTRICT, () -> transactions.executeWithoutResult(status -> work.run()));
    }

    private void awaitSeen(UUID id, String... what) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(seen.of(DISTRICT, id.toString())).containsExactly(what));
    }

    private List<UUID> emitted(UUID key) {
        return ids("select id from emitted where key = ? order by seq", key);
    }

    private List<UUID> states(UUID key) {
        return ids("select id from emitted where key = ? and full_state order by seq", key);
    }

    private List<UUID> ids(String sql, UUID key) {
        return jdbc.sql(sql)
                .param(key.toString())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** As after a message that never arrived. */
    private void forget(String consumer, UUID event) {
        assertThat(
                        technical
                                .jdbc()
                                .sql("delete from inbox where consumer = ? and event_id = ?")
                                .params(consumer, event)
                                .update())
                .isEqualTo(1);
    }

    private void technicalOwner(String sql) {
        try (var administrator =
                new SingleConnectionDataSource(TestStack.administrator(url), true)) {
            JdbcClient.create(administrator).sql(sql).update();
        }
    }

    private long missing(UUID event) {
        return jdbc.sql("select count(*) from reconciliation_gap where event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    private int asks(UUID event) {
        return jdbc.sql("select asks from reconciliation_gap where event_id = ?")
                .param(event)
                .query(Integer.class)
                .single();
    }

    private long letters(UUID key) {
        return jdbc.sql("select count(*) from dead_letter where key = ?")
                .param(key.toString())
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void within(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
