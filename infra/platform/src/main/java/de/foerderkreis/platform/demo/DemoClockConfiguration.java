package de.foerderkreis.platform.demo;

import de.foerderkreis.platform.clock.DeadlineRunner;
import de.foerderkreis.platform.inbox.Consumers;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.outbox.TopicSettings;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.persistence.TechnicalLoop;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Exists in profile demo only: nowhere else can business time be set. */
@AutoConfiguration(beforeName = "de.foerderkreis.platform.clock.ClockConfiguration")
@Profile("demo")
class DemoClockConfiguration {

    @Bean
    DemoClock businessClock(
            TechnicalDatabase technical,
            @Value("${foerderkreis.clock.start:2012-10-01T08:00:00+02:00}") String start) {
        return new DemoClock(technical, OffsetDateTime.parse(start).toInstant());
    }

    @Bean
    ClockMoves clockMoves(
            DemoClock clock,
            DeadlineRunner deadlines,
            Roots roots,
            Outbox outbox,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @Value("${foerderkreis.service}") String service) {
        return new ClockMoves(clock, deadlines, roots, outbox, jdbc, transactions, service);
    }

    @Bean
    SmartLifecycle clockMoveConsumer(
            Consumers consumers,
            ClockMoves moves,
            @Value("${foerderkreis.service}") String service) {
        return consumers.untilItSucceeds(ClockMoves.TOPIC, service + ".clock", moves);
    }

    @Bean
    TechnicalLoop clockRefresh(DemoClock clock) {
        return new TechnicalLoop("demo-clock", Duration.ofMillis(500), clock::refresh);
    }

    @Bean
    TopicSettings.More clockTopics() {
        return () ->
                List.of(
                        TopicSettings.Topic.single(ClockMoves.TOPIC),
                        TopicSettings.Topic.single(ClockReached.TOPIC));
    }
}
