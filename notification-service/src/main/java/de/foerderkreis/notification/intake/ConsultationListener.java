package de.foerderkreis.notification.intake;

import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.ConsultationReminderDue;
import de.foerderkreis.contracts.stakeholder.ReasonsCoded;
import de.foerderkreis.contracts.stakeholder.ReplyExtensionDecided;
import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.notification.reference.KnownRound;
import de.foerderkreis.notification.reference.Rounds;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.notification.worklist.Happenings;
import de.foerderkreis.notification.worklist.Happenings.Kind;
import de.foerderkreis.platform.inbox.EventMetadata;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens in consultation rounds. Positions and texts of statements pass by unread. */
@Component
class ConsultationListener {

    private final Rounds rounds;
    private final Messenger messenger;
    private final Happenings happenings;

    ConsultationListener(Rounds rounds, Messenger messenger, Happenings happenings) {
        this.rounds = rounds;
        this.messenger = messenger;
        this.happenings = happenings;
    }

    void on(ConsultationOpened event, EventMetadata meta) {
        var towns = event.addressees().stream().map(ConsultationOpened.Addressee::ags).toList();
        rounds.opened(
                event.roundId(), event.caseId(), event.title(), event.dueOn(), meta.time(), towns);
        var facts =
                NoticeFacts.ofRound(event.caseId(), event.roundId(), event.title())
                        .due(event.dueOn())
                        .on(event.sentOn());
        messenger.tell(meta, Notice.CONSULTATION_OPENED, facts, towns);
        messenger.catchUp(event.caseId(), meta.time(), towns);
        happenings.note(meta, Kind.CONSULTATION_OPENED, facts);
    }

    void on(ConsultationReminderDue event, EventMetadata meta) {
        var facts =
                NoticeFacts.ofRound(event.caseId(), event.roundId(), event.title())
                        .due(event.dueOn())
                        .number(event.number());
        messenger.tell(meta, Notice.CONSULTATION_REMINDER, facts, event.municipalities());
    }

    void on(ConsultationExtended event, EventMetadata meta) {
        rounds.extended(event.roundId(), event.dueOn());
        var facts = about(event.caseId(), event.roundId()).due(event.dueOn());
        messenger.tell(meta, Notice.CONSULTATION_EXTENDED, facts, rounds.townsOf(event.roundId()));
        happenings.note(meta, Kind.CONSULTATION_EXTENDED, facts);
    }

    void on(ConsultationClosed event, EventMetadata meta) {
        if (rounds.byId(event.roundId()).filter(KnownRound::closed).isPresent()) {
            // A corrected result of a round that is closed already; who was told needs no second
            // message.
            return;
        }
        rounds.closed(event.roundId());
        var facts =
                about(event.caseId(), event.roundId())
                        .due(event.dueOn())
                        .answers(event.onTime(), event.asked());
        messenger.tell(meta, Notice.CONSULTATION_CLOSED, facts, List.of());
        happenings.note(meta, Kind.CONSULTATION_CLOSED, facts);
    }

    void on(StatementSubmitted event, EventMetadata meta) {
        rounds.answered(event.roundId(), event.ags(), event.receivedAt(), false);
        var facts =
                about(event.caseId(), event.roundId())
                        .municipality(event.ags())
                        .at(event.receivedAt())
                        .answers(event.received(), event.asked());
        messenger.tell(meta, Notice.STATEMENT_RECEIVED, facts, List.of());
        messenger.tell(meta, Notice.STATEMENT_RECEIPT, facts, List.of(event.ags()));
        happenings.note(meta, Kind.STATEMENT_RECEIVED, facts);
    }

    void on(StatementLate event, EventMetadata meta) {
        rounds.answered(event.roundId(), event.ags(), event.receivedAt(), true);
        var facts =
                about(event.caseId(), event.roundId())
                        .municipality(event.ags())
                        .at(event.receivedAt());
        messenger.tell(meta, Notice.STATEMENT_LATE, facts, List.of());
        messenger.tell(
                meta, Notice.STATEMENT_RECEIPT, facts.afterTheDeadline(), List.of(event.ags()));
        happenings.note(meta, Kind.STATEMENT_LATE, facts);
    }

    void on(ReplyExtensionDecided event, EventMetadata meta) {
        rounds.extendedFor(event.roundId(), event.ags(), event.until());
        var facts =
                about(event.caseId(), event.roundId()).municipality(event.ags()).due(event.until());
        messenger.tell(meta, Notice.EXTENSION_DECIDED, facts, List.of(event.ags()));
        happenings.note(meta, Kind.EXTENSION_DECIDED, facts);
    }

    void on(ReasonsCoded event, EventMetadata meta) {
        var facts = about(event.caseId(), event.roundId()).municipality(event.ags());
        messenger.tell(meta, Notice.REASONS_CODED, facts, List.of(event.ags()));
        happenings.note(meta, Kind.REASONS_CODED, facts);
    }

    void on(SynopsisReleased event, EventMetadata meta) {
        var facts =
                about(event.caseId(), event.roundId())
                        .number(event.version())
                        .on(event.releasedOn());
        messenger.tell(meta, Notice.SYNOPSIS_RELEASED, facts, rounds.townsOf(event.roundId()));
        happenings.note(meta, Kind.SYNOPSIS_RELEASED, facts);
    }

    private NoticeFacts about(UUID caseId, UUID roundId) {
        return NoticeFacts.ofRound(caseId, roundId, title(roundId));
    }

    private @Nullable String title(UUID roundId) {
        return rounds.byId(roundId).map(KnownRound::title).orElse(null);
    }
}
