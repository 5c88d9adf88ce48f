package de.foerderkreis.notification.intake;

import de.foerderkreis.contracts.application.ApplicationDecided;
import de.foerderkreis.contracts.application.ApplicationReviewRequested;
import de.foerderkreis.contracts.application.ApplicationSubmitted;
import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.FundingCaseOpened;
import de.foerderkreis.contracts.application.RequirementChanged;
import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.ConsultationReminderDue;
import de.foerderkreis.contracts.stakeholder.ContactState;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.reference.Municipalities;
import de.foerderkreis.platform.inbox.EventSubscription;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every topic this service hears; the names of the consumers are part of their offsets and stay.
 */
@Configuration(proxyBeanMethods = false)
class Subscribed {

    @Bean
    EventSubscription consultationEvents(ConsultationListener listener) {
        return EventSubscription.to(ConsultationOpened.TOPIC)
                .as("notification.consultations")
                .on(ConsultationOpened.class, listener::on)
                .on(ConsultationReminderDue.class, listener::on)
                .on(ConsultationExtended.class, listener::on)
                .on(ConsultationClosed.class, listener::on)
                .on(StatementSubmitted.class, listener::on)
                .on(StatementLate.class, listener::on)
                .build();
    }

    @Bean
    EventSubscription applicationEvents(CaseListener listener) {
        return EventSubscription.to(ApplicationSubmitted.TOPIC)
                .as("notification.applications")
                .on(FundingCaseOpened.class, listener::on)
                .on(RequirementChanged.class, listener::on)
                .on(ResolutionAdopted.class, listener::on)
                .on(ApplicationReviewRequested.class, listener::on)
                .on(ApplicationSubmitted.class, listener::on)
                .on(ApplicationDecided.class, listener::on)
                .build();
    }

    @Bean
    EventSubscription caseStates(CaseListener listener) {
        return EventSubscription.to(CaseState.TOPIC)
                .as("notification.cases")
                .fullState()
                .on(CaseState.class, listener::on)
                .build();
    }

    @Bean
    EventSubscription financeEvents(CaseListener listener) {
        return EventSubscription.to(CostPlanCalculated.TOPIC)
                .as("notification.figures")
                .on(CostPlanCalculated.class, listener::on)
                .on(LevyEffectCalculated.class, listener::on)
                .build();
    }

    @Bean
    EventSubscription municipalityStates(Municipalities municipalities) {
        return EventSubscription.to(MunicipalityState.TOPIC)
                .as("notification.municipalities")
                .fullState()
                .on(
                        MunicipalityState.class,
                        (state, meta) -> municipalities.take(state.ags(), state.name()))
                .build();
    }

    @Bean
    EventSubscription contactStates(Contacts contacts) {
        return EventSubscription.to(ContactState.TOPIC)
                .as("notification.contacts")
                .fullState()
                .on(ContactState.class, (state, meta) -> contacts.take(state))
                .onTombstone((key, meta) -> contacts.erase(UUID.fromString(key)))
                .build();
    }
}
