package de.foerderkreis.notification.clock;

import de.foerderkreis.contracts.clock.ClockReached;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Hears how far the services are. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class ClockConfiguration {

    @Bean
    EventSubscription clockReports(ClockBook book) {
        return EventSubscription.to(ClockReached.TOPIC)
                .as("notification.clock-reports")
                .on(ClockReached.class, (report, meta) -> book.on(report))
                .build();
    }
}
