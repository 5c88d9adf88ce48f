package de.foerderkreis.notification.intake;

import de.foerderkreis.contracts.application.ApplicationDecided;
import de.foerderkreis.contracts.application.ApplicationReviewRequested;
import de.foerderkreis.contracts.application.ApplicationSubmitted;
import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.ConceptionReleased;
import de.foerderkreis.contracts.application.FundingCaseOpened;
import de.foerderkreis.contracts.application.InformalRulingRecorded;
import de.foerderkreis.contracts.application.RequirementChanged;
import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.notification.reference.Cases;
import de.foerderkreis.notification.reference.Figure;
import de.foerderkreis.notification.reference.KnownApplication.Status;
import de.foerderkreis.notification.reference.KnownCase;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.notification.worklist.Happenings;
import de.foerderkreis.notification.worklist.Happenings.Kind;
import de.foerderkreis.platform.inbox.EventMetadata;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What happens in a case: its applications, resolutions, requirements and figures. Amounts pass by
 * unread.
 */
@Component
class CaseListener {

    private static final String COUNCIL = "KREISTAG";

    private final Cases cases;
    private final Messenger messenger;
    private final Happenings happenings;

    CaseListener(Cases cases, Messenger messenger, Happenings happenings) {
        this.cases = cases;
        this.messenger = messenger;
        this.happenings = happenings;
    }

    void on(CaseState state, EventMetadata meta) {
        cases.take(
                new KnownCase(
                        state.caseId(),
                        state.title(),
                        state.fileReference(),
                        state.status(),
                        state.openedOn()));
    }

    void on(FundingCaseOpened event, EventMetadata meta) {
        cases.opened(
                new KnownCase(
                        event.caseId(),
                        event.title(),
                        event.fileReference(),
                        "PREPARATION",
                        event.openedOn()));
        happenings.note(
                meta, Kind.CASE_OPENED, NoticeFacts.ofCase(event.caseId()).on(event.openedOn()));
    }

    void on(RequirementChanged event, EventMetadata meta) {
        cases.requirement(event.caseId(), event.requirement(), event.status(), event.dueOn());
    }

    void on(ResolutionAdopted event, EventMetadata meta) {
        var facts = NoticeFacts.ofCase(event.caseId()).on(event.decidedOn());
        if (event.body().equals(COUNCIL)) {
            messenger.tell(meta, Notice.RESOLUTION_ADOPTED, facts, List.of());
        }
        happenings.note(meta, Kind.RESOLUTION_ADOPTED, facts);
    }

    void on(ApplicationReviewRequested event, EventMetadata meta) {
        cases.application(
                event.applicationId(),
                event.caseId(),
                event.stage(),
                Status.IN_REVIEW,
                event.requestedOn());
        happenings.note(
                meta,
                Kind.APPLICATION_IN_REVIEW,
                NoticeFacts.ofCase(event.caseId()).stage(event.stage()).on(event.requestedOn()));
    }

    void on(ApplicationSubmitted event, EventMetadata meta) {
        cases.application(
                event.applicationId(),
                event.caseId(),
                event.stage(),
                Status.SUBMITTED,
                event.submittedOn());
        var facts = NoticeFacts.ofCase(event.caseId()).stage(event.stage()).on(event.submittedOn());
        messenger.tell(meta, Notice.APPLICATION_SUBMITTED, facts, List.of());
        happenings.note(meta, Kind.APPLICATION_SUBMITTED, facts);
    }

    void on(ApplicationDecided event, EventMetadata meta) {
        cases.application(
                event.applicationId(),
                event.caseId(),
                event.stage(),
                Status.DECIDED,
                event.decidedOn());
        var facts = NoticeFacts.ofCase(event.caseId()).stage(event.stage()).on(event.decidedOn());
        messenger.tell(meta, Notice.APPLICATION_DECIDED, facts, List.of());
        happenings.note(meta, Kind.APPLICATION_DECIDED, facts);
    }

    void on(CostPlanCalculated event, EventMetadata meta) {
        cases.figure(event.caseId(), Figure.COST_PLAN);
        happenings.note(meta, Kind.COST_PLAN_CALCULATED, NoticeFacts.ofCase(event.caseId()));
    }

    void on(LevyEffectCalculated event, EventMetadata meta) {
        cases.figure(event.caseId(), Figure.LEVY_EFFECT);
        happenings.note(meta, Kind.LEVY_EFFECT_CALCULATED, NoticeFacts.ofCase(event.caseId()));
    }

    void on(ConceptionReleased event, EventMetadata meta) {
        happenings.note(
                meta,
                Kind.CONCEPTION_RELEASED,
                NoticeFacts.ofCase(event.caseId())
                        .named(event.title())
                        .number(event.version())
                        .on(event.releasedOn()));
    }

    void on(InformalRulingRecorded event, EventMetadata meta) {
        happenings.note(
                meta, Kind.RULING_RECORDED, NoticeFacts.ofCase(event.caseId()).on(event.ruledOn()));
    }
}
