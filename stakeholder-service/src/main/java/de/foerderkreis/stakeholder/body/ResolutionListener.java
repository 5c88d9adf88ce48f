package de.foerderkreis.stakeholder.body;

import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A council has adopted what a mandate may have waited for. */
@Configuration(proxyBeanMethods = false)
class ResolutionListener {

    @Bean
    EventSubscription resolutionSubscription(Mandates mandates) {
        return EventSubscription.to(ResolutionAdopted.TOPIC)
                .as("stakeholder.activate-mandate")
                .on(
                        ResolutionAdopted.class,
                        (event, meta) ->
                                mandates.resolved(
                                        event.resolutionId(),
                                        event.caseId(),
                                        event.body(),
                                        event.decidedOn()))
                .build();
    }
}
