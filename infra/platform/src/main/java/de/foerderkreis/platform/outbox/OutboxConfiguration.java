package de.foerderkreis.platform.outbox;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.persistence.TechnicalLoop;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * The outbox of a service. An installation that lets Debezium read the table (with {@code
 * infra/deploy/debezium/outbox-router.properties}) switches {@code foerderkreis.relay.enabled} off.
 */
@AutoConfiguration
@EnableConfigurationProperties(TopicSettings.class)
class OutboxConfiguration {

    private static final String RELAY = "foerderkreis.relay.enabled";

    @Bean
    TraceParent traceParent(ObjectProvider<Tracer> tracer) {
        return new TraceParent(tracer);
    }

    @Bean
    LockingRoots roots(JdbcClient jdbc) {
        return new LockingRoots(jdbc);
    }

    @Bean
    OutboxTable outbox(
            JdbcClient jdbc,
            BusinessClock clock,
            TraceParent traceParent,
            TopicSettings topics,
            @Value("${foerderkreis.service}") String service,
            ObjectProvider<Relay> relay) {
        return new OutboxTable(
                jdbc,
                clock,
                traceParent,
                new Journal(jdbc, topics.topics()),
                service,
                slot -> relay.ifAvailable(it -> it.wake(slot)));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = RELAY, matchIfMissing = true)
    Relay outboxRelay(TechnicalDatabase database, KafkaProperties kafka) {
        return relay(database, kafka, checkpoint -> {});
    }

    static Relay relay(
            TechnicalDatabase database, KafkaProperties kafka, Relay.Checkpoints checkpoints) {
        return new Relay(
                database,
                () ->
                        new KafkaProducer<>(
                                producerSettings(kafka),
                                new StringSerializer(),
                                new ByteArraySerializer()),
                new BrokerProbe(probeSettings(kafka)),
                checkpoints);
    }

    private static Map<String, Object> producerSettings(KafkaProperties kafka) {
        var settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1000);
        // Longer than the relay waits: within a batch no record is given up while a later one is
        // still sent.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }

    private static Map<String, Object> probeSettings(KafkaProperties kafka) {
        var settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 900);
        settings.put("default.api.timeout.ms", 1000);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 250);
        return settings;
    }

    @Bean
    Topics topics(
            KafkaAdmin admin, TopicSettings settings, ObjectProvider<TopicSettings.More> more) {
        var all =
                Stream.concat(
                                settings.topics().stream(),
                                more.orderedStream().flatMap(it -> it.topics().stream()))
                        .map(topic -> topic.definition(settings.topicDefaults()))
                        .toList();
        return new Topics(admin, all);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = RELAY, matchIfMissing = true)
    Backlog outboxBacklog(TechnicalDatabase database) {
        return new Backlog(database);
    }

    /** Where Debezium reads the write-ahead log nobody deletes what was sent. */
    @Bean
    @ConditionalOnBooleanProperty(name = RELAY, havingValue = false)
    TechnicalLoop outboxPurge(
            TechnicalDatabase database,
            @Value("${foerderkreis.relay.purge-after:1h}") Duration after) {
        return new TechnicalLoop(
                "outbox-purge", Duration.ofMinutes(1), () -> purge(database, after));
    }

    static int purge(TechnicalDatabase database, Duration after) {
        return database.jdbc()
                .sql(
                        "delete from outbox where uuid_extract_timestamp(id) < now() - make_interval(secs => ?)")
                .param(after.toSeconds())
                .update();
    }
}
