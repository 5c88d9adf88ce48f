package de.foerderkreis.finance.staffing;

import de.foerderkreis.contracts.application.InformalRulingRecorded;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An authority's recorded answer binds the planning (F30). */
@Configuration(proxyBeanMethods = false)
class RulingSubscription {

    @Bean
    EventSubscription heedsRulings(StaffingPlanning planning) {
        return EventSubscription.to(InformalRulingRecorded.TOPIC)
                .as("finance.heed-rulings")
                .on(InformalRulingRecorded.class, (event, _) -> planning.hear(event))
                .build();
    }
}
