package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An opened consultation lets the towns it asks see what they are asked about. */
@Configuration(proxyBeanMethods = false)
class DisclosureSubscription {

    @Bean
    EventSubscription disclosesLevyEffect(Disclosures disclosures) {
        return EventSubscription.to(ConsultationOpened.TOPIC)
                .as("finance.disclose-levy-effect")
                .on(ConsultationOpened.class, disclosures::open)
                .on(ConsultationExtended.class, (event, _) -> disclosures.extend(event))
                .build();
    }
}
