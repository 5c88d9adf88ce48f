package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.outbox.TopicSettings;
import de.foerderkreis.platform.outbox.TraceParent;
import de.foerderkreis.platform.persistence.NightlyJob;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.persistence.TechnicalLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail of a service. */
@AutoConfiguration
@Import({AuditController.class, AuditErasureController.class})
class AuditConfiguration {

    /** Ten years: longer than the files of a funded project are kept. */
    private static final Duration HEADS_ARE_KEPT = Duration.ofDays(3653);

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, BusinessClock clock, TraceParent traceParent) {
        return new AuditTrail(jdbc, clock, traceParent);
    }

    @Bean
    AuditQuery auditQuery(@Value("${foerderkreis.service}") String service, JdbcClient jdbc) {
        return new AuditQuery(service, jdbc);
    }

    @Bean
    AuditSealer auditSealer(TechnicalDatabase database) {
        return new AuditSealer(database);
    }

    @Bean
    TechnicalLoop auditSealing(AuditSealer sealer) {
        return new TechnicalLoop("audit-sealer", Duration.ofSeconds(1), sealer::seal);
    }

    @Bean
    AuditErasure auditErasure(JdbcClient jdbc, Audit audit) {
        return new AuditErasure(jdbc, audit);
    }

    @Bean
    TechnicalLoop auditHeadsOfTheDay(
            @Value("${foerderkreis.service}") String service,
            @Value("${foerderkreis.audit.heads-at:03:40}") LocalTime at,
            TechnicalDatabase database,
            Roots roots,
            Outbox outbox,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        var clock = Clock.systemUTC();
        var heads = new AuditHeads(service, clock, database, roots, outbox);
        var job = new NightlyJob(AuditHeads.JOB, at, clock, jdbc, transactions, heads::publish);
        return new TechnicalLoop(AuditHeads.JOB, Duration.ofMinutes(1), job::round);
    }

    @Bean
    TopicSettings.More auditTopics() {
        return () ->
                List.of(new TopicSettings.Topic(AuditHead.TOPIC, false, 1, HEADS_ARE_KEPT, null));
    }
}
