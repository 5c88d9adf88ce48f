package de.foerderkreis.notification.intake;

import de.foerderkreis.contracts.application.ApplicationDecided;
import de.foerderkreis.contracts.application.ApplicationReviewRequested;
import de.foerderkreis.contracts.application.ApplicationSubmitted;
import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.contracts.application.ConceptionReleased;
import de.foerderkreis.contracts.application.FundingCaseOpened;
import de.foerderkreis.contracts.application.InformalRulingRecorded;
import de.foerderkreis.contracts.application.MilestoneChanged;
import de.foerderkreis.contracts.application.RequirementChanged;
import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.contracts.stakeholder.BodyFounded;
import de.foerderkreis.contracts.stakeholder.BodyPositionRecorded;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.ConsultationReminderDue;
import de.foerderkreis.contracts.stakeholder.ContactState;
import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.contracts.stakeholder.CooperationRequested;
import de.foerderkreis.contracts.stakeholder.FollowUpClosed;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.contracts.stakeholder.InvitationIssued;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import de.foerderkreis.contracts.stakeholder.ReasonsCoded;
import de.foerderkreis.contracts.stakeholder.ReplyExtensionDecided;
import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.notification.calendar.CalendarListener;
import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.reference.Municipalities;
import de.foerderkreis.notification.search.SearchListener;
import de.foerderkreis.platform.inbox.EventMetadata;
import de.foerderkreis.platform.inbox.EventSubscription;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every topic this service hears; the names of the consumers are part of their offsets and stay.
 */
@Configuration(proxyBeanMethods = false)
class Subscribed {

    private final CaseListener cases;
    private final TaskListener tasks;
    private final ConsultationListener consultations;
    private final CooperationListener cooperations;
    private final CalendarListener calendar;
    private final SearchListener search;

    Subscribed(
            CaseListener cases,
            TaskListener tasks,
            ConsultationListener consultations,
            CooperationListener cooperations,
            CalendarListener calendar,
            SearchListener search) {
        this.cases = cases;
        this.tasks = tasks;
        this.consultations = consultations;
        this.cooperations = cooperations;
        this.calendar = calendar;
        this.search = search;
    }

    @Bean
    EventSubscription stakeholderEvents() {
        return EventSubscription.to(ConsultationOpened.TOPIC)
                .as("notification.consultations")
                .on(ConsultationOpened.class, all(consultations::on, calendar::on, search::on))
                .on(ConsultationReminderDue.class, consultations::on)
                .on(ConsultationExtended.class, all(consultations::on, calendar::on))
                .on(ConsultationClosed.class, consultations::on)
                .on(StatementSubmitted.class, consultations::on)
                .on(StatementLate.class, consultations::on)
                .on(ReplyExtensionDecided.class, all(consultations::on, calendar::on))
                .on(ReasonsCoded.class, consultations::on)
                .on(SynopsisReleased.class, consultations::on)
                .on(FollowUpOpened.class, all(tasks::on, calendar::on, search::on))
                .on(FollowUpClosed.class, all(tasks::on, calendar::on, search::on))
                .on(CooperationRequested.class, all(cooperations::on, calendar::on))
                .on(CooperationConfirmed.class, all(cooperations::on, calendar::on))
                .on(BodyPositionRecorded.class, all(cooperations::on, search::on))
                .on(BodyFounded.class, all(cooperations::on, search::on))
                .build();
    }

    @Bean
    EventSubscription applicationEvents() {
        return EventSubscription.to(ApplicationSubmitted.TOPIC)
                .as("notification.applications")
                .on(FundingCaseOpened.class, cases::on)
                .on(RequirementChanged.class, all(cases::on, calendar::on))
                .on(ResolutionAdopted.class, all(cases::on, search::on))
                .on(ApplicationReviewRequested.class, cases::on)
                .on(ApplicationSubmitted.class, cases::on)
                .on(ApplicationDecided.class, cases::on)
                .on(ConceptionReleased.class, cases::on)
                .on(InformalRulingRecorded.class, cases::on)
                .on(CaseTaskOpened.class, all(tasks::on, calendar::on, search::on))
                .on(CaseTaskClosed.class, all(tasks::on, calendar::on, search::on))
                .on(MilestoneChanged.class, all(tasks::on, calendar::on))
                .build();
    }

    @Bean
    EventSubscription caseStates() {
        return EventSubscription.to(CaseState.TOPIC)
                .as("notification.cases")
                .fullState()
                .on(CaseState.class, all(cases::on, search::on))
                .build();
    }

    @Bean
    EventSubscription financeEvents() {
        return EventSubscription.to(CostPlanCalculated.TOPIC)
                .as("notification.figures")
                .on(CostPlanCalculated.class, cases::on)
                .on(LevyEffectCalculated.class, cases::on)
                .on(StaffingPlanSet.class, tasks::on)
                .build();
    }

    @Bean
    EventSubscription municipalityStates(Municipalities municipalities) {
        return EventSubscription.to(MunicipalityState.TOPIC)
                .as("notification.municipalities")
                .fullState()
                .on(
                        MunicipalityState.class,
                        all(
                                (state, meta) -> municipalities.take(state.ags(), state.name()),
                                search::on))
                .build();
    }

    @Bean
    EventSubscription partnerStates() {
        return EventSubscription.to(PartnerState.TOPIC)
                .as("notification.partners")
                .fullState()
                .on(PartnerState.class, all(cooperations::on, search::on))
                .build();
    }

    @Bean
    EventSubscription issuedInvitations() {
        return EventSubscription.to(InvitationIssued.TOPIC)
                .as("notification.invitations")
                .on(InvitationIssued.class, cooperations::on)
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

    /** Several features hear one event, in one transaction. */
    @SafeVarargs
    private static <E> BiConsumer<E, EventMetadata> all(BiConsumer<E, EventMetadata>... listeners) {
        return (event, meta) -> {
            for (var listener : listeners) {
                listener.accept(event, meta);
            }
        };
    }
}
