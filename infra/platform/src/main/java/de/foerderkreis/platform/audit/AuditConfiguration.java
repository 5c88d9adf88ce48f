package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.TraceParent;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail of a service. */
@AutoConfiguration
class AuditConfiguration {

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, BusinessClock clock, TraceParent traceParent) {
        return new AuditTrail(jdbc, clock, traceParent);
    }
}
