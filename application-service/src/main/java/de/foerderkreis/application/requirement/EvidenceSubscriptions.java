package de.foerderkreis.application.requirement;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.contracts.stakeholder.BodyFounded;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.contracts.stakeholder.CooperationRequested;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which announcements count as evidence. */
@Configuration(proxyBeanMethods = false)
class EvidenceSubscriptions {

    @Bean
    EventSubscription participationEvidence(EvidenceListener listener) {
        return EventSubscription.to(ConsultationClosed.TOPIC)
                .as("application.evidence")
                .on(ConsultationClosed.class, (event, meta) -> listener.on(event))
                .on(CooperationRequested.class, (event, meta) -> listener.on(event))
                .on(CooperationConfirmed.class, (event, meta) -> listener.on(event))
                .on(BodyFounded.class, (event, meta) -> listener.on(event))
                .build();
    }

    @Bean
    EventSubscription costEvidence(EvidenceListener listener) {
        return EventSubscription.to(CostPlanCalculated.TOPIC)
                .as("application.cost-evidence")
                .on(CostPlanCalculated.class, (event, meta) -> listener.on(event))
                .on(StaffingPlanSet.class, (event, meta) -> listener.on(event))
                .build();
    }
}
