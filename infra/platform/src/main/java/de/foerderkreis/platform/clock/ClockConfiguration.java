package de.foerderkreis.platform.clock;

import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.persistence.TechnicalLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The business clock and what falls due by it. */
@AutoConfiguration
class ClockConfiguration {

    @Bean
    @Profile("!demo")
    SystemClock businessClock() {
        return new SystemClock();
    }

    @Bean
    DeadlineTable deadlines(JdbcClient jdbc) {
        return new DeadlineTable(jdbc);
    }

    @Bean
    DeadlineRunner deadlineRunner(
            TechnicalDatabase technical,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ObjectProvider<DeadlineHandler> handlers) {
        return new DeadlineRunner(technical, jdbc, transactions, handlers.orderedStream().toList());
    }

    @Bean
    TechnicalLoop deadlineLoop(DeadlineRunner runner, BusinessClock clock) {
        return new TechnicalLoop(
                "deadlines", Duration.ofMillis(500), () -> runner.runDue(clock.now(), due -> {}));
    }

    @Bean
    MeterBinder deadlineMetrics(DeadlineRunner runner) {
        return registry ->
                Gauge.builder("foerderkreis.deadlines.failing", runner, DeadlineRunner::failing)
                        .description("Deadlines that failed and wait for another attempt")
                        .register(registry);
    }
}
