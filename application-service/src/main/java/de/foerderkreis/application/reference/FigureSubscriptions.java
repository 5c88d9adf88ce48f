package de.foerderkreis.application.reference;

import de.foerderkreis.contracts.application.InformalRulingRecorded;
import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.contracts.stakeholder.BodyPositionRecorded;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which announcements texts and annexes are made of. Consumers of their own: an installation that
 * is updated reads what was told before.
 */
@Configuration(proxyBeanMethods = false)
class FigureSubscriptions {

    @Bean
    EventSubscription financeFigures(FigureListener listener) {
        return EventSubscription.to(CostPlanCalculated.TOPIC)
                .as("application.finance-figures")
                .on(CostPlanCalculated.class, (event, meta) -> listener.on(event))
                .on(LevyEffectCalculated.class, (event, meta) -> listener.on(event))
                .on(StaffingPlanSet.class, (event, meta) -> listener.on(event))
                .build();
    }

    @Bean
    EventSubscription roundFigures(FigureListener listener) {
        return EventSubscription.to(ConsultationOpened.TOPIC)
                .as("application.round-figures")
                .on(ConsultationOpened.class, (event, meta) -> listener.on(event))
                .on(SynopsisReleased.class, (event, meta) -> listener.on(event))
                .on(BodyPositionRecorded.class, (event, meta) -> listener.on(event))
                .build();
    }

    /** Our own announcements: so no module has to know who keeps rulings. */
    @Bean
    EventSubscription caseFigures(FigureListener listener) {
        return EventSubscription.to(InformalRulingRecorded.TOPIC)
                .as("application.case-figures")
                .on(InformalRulingRecorded.class, (event, meta) -> listener.on(event))
                .build();
    }
}
