package de.foerderkreis.platform.outbox;

import de.foerderkreis.platform.clock.BusinessClock;
import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox of a service. */
@AutoConfiguration
class OutboxConfiguration {

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
            @Value("${foerderkreis.service}") String service) {
        return new OutboxTable(jdbc, clock, traceParent, service, slot -> {});
    }
}
