package de.foerderkreis.application.reference;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which announcements are copied. */
@Configuration(proxyBeanMethods = false)
class ReferenceSubscriptions {

    @Bean
    EventSubscription municipalityCopies(ReferenceListener listener) {
        return EventSubscription.to(MunicipalityState.TOPIC)
                .as("application.municipalities")
                .fullState()
                .on(MunicipalityState.class, (event, meta) -> listener.on(event))
                .onTombstone((key, meta) -> listener.forgetMunicipality(key))
                .build();
    }

    @Bean
    EventSubscription partnerCopies(ReferenceListener listener) {
        return EventSubscription.to(PartnerState.TOPIC)
                .as("application.partners")
                .fullState()
                .on(PartnerState.class, (event, meta) -> listener.on(event))
                .onTombstone((key, meta) -> listener.forgetPartner(key))
                .build();
    }

    @Bean
    EventSubscription roundCopies(ReferenceListener listener) {
        return EventSubscription.to(ConsultationOpened.TOPIC)
                .as("application.rounds")
                .on(ConsultationOpened.class, (event, meta) -> listener.on(event))
                .on(ConsultationExtended.class, (event, meta) -> listener.on(event))
                .on(StatementSubmitted.class, (event, meta) -> listener.on(event))
                .on(StatementLate.class, (event, meta) -> listener.on(event))
                .on(ConsultationClosed.class, (event, meta) -> listener.on(event))
                .build();
    }

    @Bean
    EventSubscription figureCopies(ReferenceListener listener) {
        return EventSubscription.to(CostPlanCalculated.TOPIC)
                .as("application.figures")
                .on(CostPlanCalculated.class, (event, meta) -> listener.on(event))
                .on(LevyEffectCalculated.class, (event, meta) -> listener.on(event))
                .build();
    }
}
