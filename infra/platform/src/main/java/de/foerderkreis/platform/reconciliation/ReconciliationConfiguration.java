package de.foerderkreis.platform.reconciliation;

import de.foerderkreis.platform.inbox.Consumers;
import de.foerderkreis.platform.inbox.EventSubscription;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.outbox.TopicSettings;
import de.foerderkreis.platform.persistence.NightlyJob;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.persistence.TechnicalLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Both sides of the comparison; every service produces and consumes. */
@AutoConfiguration
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationConfiguration {

    private final String service;

    ReconciliationConfiguration(@Value("${foerderkreis.service}") String service) {
        this.service = service;
    }

    @Bean("platformDigests")
    Digests digests(
            TopicSettings topics,
            ReconciliationSettings settings,
            JdbcClient jdbc,
            Roots roots,
            Outbox outbox,
            MeterRegistry meters) {
        return new Digests(
                service, topics.topics(), settings, Clock.systemUTC(), jdbc, roots, outbox, meters);
    }

    @Bean("platformGaps")
    Gaps gaps(
            ObjectProvider<EventSubscription> subscriptions,
            ReconciliationSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Roots roots,
            Outbox outbox,
            MeterRegistry meters) {
        return new Gaps(
                service,
                subscriptions.orderedStream().toList(),
                settings,
                jdbc,
                transactions,
                roots,
                outbox,
                meters);
    }

    @Bean
    SmartLifecycle reconciliationConsumer(
            Consumers consumers,
            ObjectProvider<EventSubscription> subscriptions,
            Gaps gaps,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            MeterRegistry meters) {
        return consumers.untilItSucceeds(
                Stream.concat(digestsOf(subscriptions), Stream.of(ReemitRequested.TOPIC)).toList(),
                service + ".reconciliation",
                new ReconciliationListener(
                        service, gaps, new Reemission(jdbc, transactions, meters)));
    }

    @Bean
    TechnicalLoop nightlyDigest(
            Digests digests,
            ReconciliationSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        var job =
                new NightlyJob(
                        Digests.JOB,
                        settings.at(),
                        Clock.systemUTC(),
                        jdbc,
                        transactions,
                        day -> digests.publish());
        return new TechnicalLoop("nightly-digest", Duration.ofMinutes(1), job::round);
    }

    @Bean
    TechnicalLoop missingEvents(Gaps gaps) {
        return new TechnicalLoop("missing-events", Duration.ofSeconds(30), gaps::ask);
    }

    @Bean
    TechnicalLoop journalPurge(TechnicalDatabase technical, ReconciliationSettings settings) {
        return new TechnicalLoop(
                "journal-purge", Duration.ofHours(1), () -> purge(technical, settings.keep()));
    }

    /** The newest state of a key stays, as it does on its topic; its erasure goes. */
    static int purge(TechnicalDatabase technical, Duration keep) {
        return technical
                .jdbc()
                .sql(
                        """
                        delete from emitted where emitted_at < now() - make_interval(secs => ?)
                            and (not full_state or payload is null)
                        """)
                .param(keep.toSeconds())
                .update();
    }

    /**
     * Those of the producers as well: whoever starts first makes them, all alike. What is older
     * than a week nobody would answer or ask any more.
     */
    @Bean
    TopicSettings.More reconciliationTopics(ObjectProvider<EventSubscription> subscriptions) {
        var week = Duration.ofDays(7);
        return () ->
                Stream.concat(
                                digestsOf(subscriptions),
                                Stream.of(Digest.topicOf(service), ReemitRequested.TOPIC))
                        .distinct()
                        .map(it -> new TopicSettings.Topic(it, false, 1, week, null))
                        .toList();
    }

    private static Stream<String> digestsOf(ObjectProvider<EventSubscription> subscriptions) {
        return subscriptions
                .orderedStream()
                .map(it -> Digest.topicOf(Digest.producerOf(it.topic())))
                .distinct();
    }

    @Bean
    MeterBinder missingEventMetrics(TechnicalDatabase technical) {
        return registry ->
                Gauge.builder(
                                "foerderkreis.reconciliation.missing",
                                technical,
                                it ->
                                        it.jdbc()
                                                .sql("select count(*) from reconciliation_gap")
                                                .query(Long.class)
                                                .single())
                        .description("Events that were published and that a consumer has not seen")
                        .register(registry);
    }
}
