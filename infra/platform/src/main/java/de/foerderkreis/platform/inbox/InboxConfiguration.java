package de.foerderkreis.platform.inbox;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.TopicSettings;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.persistence.TechnicalLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox of a service and what reads into it. */
@AutoConfiguration
@EnableConfigurationProperties(InboxSettings.class)
@Import(DeadLetterController.class)
class InboxConfiguration {

    @Bean("platformConsumers")
    Consumers consumers(KafkaProperties kafka, InboxSettings settings) {
        return new Consumers(kafka, settings.groupPrefix());
    }

    @Bean("platformInbox")
    Inbox inbox(JdbcClient jdbc) {
        return new Inbox(jdbc);
    }

    @Bean("platformDeadLetters")
    DeadLetters deadLetters(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Inbox inbox,
            Audit audit,
            ObjectProvider<EventSubscription> subscriptions) {
        return new DeadLetters(
                jdbc, transactions, inbox, audit, subscriptions.orderedStream().toList());
    }

    @Bean
    DeadLetterTopic deadLetterTopic(KafkaProperties kafka) {
        return new DeadLetterTopic(() -> {
            var settings = new HashMap<>(kafka.buildProducerProperties());
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        });
    }

    @Bean("platformSubscriptions")
    Subscriptions subscriptions(
            ObjectProvider<EventSubscription> subscriptions,
            Consumers consumers,
            InboxSettings settings,
            TransactionTemplate transactions,
            Inbox inbox,
            DeadLetters deadLetters,
            DeadLetterTopic deadLetterTopic,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            MeterRegistry meters) {
        return new Subscriptions(
                subscriptions.orderedStream().toList(),
                consumers,
                settings,
                transactions,
                inbox,
                deadLetters,
                deadLetterTopic,
                tracer,
                propagator,
                meters);
    }

    @Bean
    TopicSettings.More deadLetterTopics(ObjectProvider<EventSubscription> subscriptions) {
        return () ->
                subscriptions
                        .orderedStream()
                        .map(EventSubscription::topic)
                        .distinct()
                        .map(TopicSettings.Topic::deadLetters)
                        .toList();
    }

    @Bean
    TechnicalLoop inboxPurge(TechnicalDatabase technical, InboxSettings settings) {
        return new TechnicalLoop(
                "inbox-purge",
                Duration.ofHours(1),
                () ->
                        technical
                                .jdbc()
                                .sql(
                                        "delete from inbox where received_at < now() - make_interval(secs => ?)")
                                .param(settings.keep().toSeconds())
                                .update());
    }

    @Bean
    MeterBinder deadLetterMetrics(TechnicalDatabase technical) {
        return registry ->
                Gauge.builder(
                                "foerderkreis.inbox.dead.letters",
                                technical,
                                it ->
                                        it.jdbc()
                                                .sql("select count(*) from dead_letter")
                                                .query(Long.class)
                                                .single())
                        .description("Events that failed for good or wait behind one")
                        .register(registry);
    }
}
