package de.foerderkreis.notification.intake;

import de.foerderkreis.contracts.stakeholder.BodyFounded;
import de.foerderkreis.contracts.stakeholder.BodyPositionRecorded;
import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.contracts.stakeholder.CooperationRequested;
import de.foerderkreis.contracts.stakeholder.InvitationIssued;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import de.foerderkreis.notification.invitation.Invitations;
import de.foerderkreis.notification.task.Cooperation;
import de.foerderkreis.notification.task.Cooperations;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.notification.worklist.Happenings;
import de.foerderkreis.notification.worklist.Happenings.Kind;
import de.foerderkreis.platform.inbox.EventMetadata;
import org.springframework.stereotype.Component;

/** Who works with whom: partners, their confirmations, and bodies. Positions pass by unread. */
@Component
class CooperationListener {

    private final Cooperations cooperations;
    private final Invitations invitations;
    private final Happenings happenings;

    CooperationListener(Cooperations cooperations, Invitations invitations, Happenings happenings) {
        this.cooperations = cooperations;
        this.invitations = invitations;
        this.happenings = happenings;
    }

    void on(PartnerState state, EventMetadata meta) {
        cooperations.partner(state.alias(), state.name(), state.active());
    }

    void on(InvitationIssued event, EventMetadata meta) {
        invitations.issued(
                event.invitationId(),
                event.contactId(),
                event.caseId(),
                event.token(),
                event.validUntil());
    }

    void on(CooperationRequested event, EventMetadata meta) {
        cooperations.requested(
                new Cooperation(
                        event.cooperationId(),
                        event.caseId(),
                        event.partner(),
                        null,
                        event.dueOn()));
    }

    void on(CooperationConfirmed event, EventMetadata meta) {
        cooperations.confirmed(event.cooperationId(), event.caseId(), event.partner());
        happenings.note(
                meta,
                Kind.COOPERATION_CONFIRMED,
                NoticeFacts.ofCase(event.caseId())
                        .named(cooperations.nameOf(event.partner()))
                        .at(event.confirmedAt()));
    }

    void on(BodyPositionRecorded event, EventMetadata meta) {
        happenings.note(
                meta,
                Kind.BODY_POSITION_RECORDED,
                NoticeFacts.ofCase(event.caseId()).named(event.bodyName()).on(event.heldOn()));
    }

    void on(BodyFounded event, EventMetadata meta) {
        happenings.note(
                meta,
                Kind.BODY_FOUNDED,
                NoticeFacts.ofCase(event.caseId()).named(event.name()).on(event.foundedOn()));
    }
}
