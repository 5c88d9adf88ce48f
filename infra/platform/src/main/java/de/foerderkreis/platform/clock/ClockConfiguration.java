package de.foerderkreis.platform.clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

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
}
