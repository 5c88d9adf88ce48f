package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.TraceParent;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.persistence.TechnicalLoop;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail of a service. */
@AutoConfiguration
@Import(AuditController.class)
class AuditConfiguration {

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, BusinessClock clock, TraceParent traceParent) {
        return new AuditTrail(jdbc, clock, traceParent);
    }

    @Bean
    AuditQuery auditQuery(JdbcClient jdbc) {
        return new AuditQuery(jdbc);
    }

    @Bean
    AuditSealer auditSealer(TechnicalDatabase database) {
        return new AuditSealer(database);
    }

    @Bean
    TechnicalLoop auditSealing(AuditSealer sealer) {
        return new TechnicalLoop("audit-sealer", Duration.ofSeconds(1), sealer::seal);
    }
}
