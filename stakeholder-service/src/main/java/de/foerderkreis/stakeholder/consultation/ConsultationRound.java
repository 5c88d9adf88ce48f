package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One letter to the municipalities asking what they say to a draft, with a day up to which they may
 * reply (F67).
 *
 * @param dueOn last day for a reply; it ends at 24:00 Europe/Berlin
 * @param reminderDays days before {@code dueOn} on which to remind, largest first
 * @param remindersSent reminders so far, scheduled and manual ones together
 * @param levyBaseId levy base the closed round was tallied by
 * @param conceptionVersion version of the conception the addressees judge, frozen at the opening;
 *     absent where the round is about something else or was opened without one
 * @param version what an editor must have seen
 */
record ConsultationRound(
        UUID id,
        UUID caseId,
        String title,
        RoundKind kind,
        AgreementMode agreementMode,
        SilenceMeans silenceMeans,
        RoundStatus status,
        @Nullable LocalDate sentOn,
        LocalDate dueOn,
        List<Integer> reminderDays,
        int remindersSent,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable UUID levyBaseId,
        @Nullable Integer conceptionVersion,
        long version,
        FieldVersions fields) {

    /** The first instant that is too late. */
    Instant endsAt() {
        return BusinessClock.endOf(dueOn);
    }

    /** Whether a reply arriving now would be in time: to the last second of the due day. */
    boolean inTime(Instant arrival) {
        return arrival.isBefore(endsAt());
    }

    void requireSeen(long seen) {
        if (seen != version) {
            throw Problem.stale(fields.since(seen));
        }
    }

    ConsultationRound open(LocalDate sentOn, Instant now, @Nullable Integer conception) {
        var next = status.to(RoundStatus.OPEN);
        if (!sentOn.isBefore(dueOn)) {
            throw Problem.invalid("dueOn", "due-before-sent");
        }
        if (!inTime(now)) {
            throw Problem.unprocessable("due-day-over", dueOn);
        }
        return edited(next, sentOn, dueOn, now, null, null, List.of("status", "sentOn"))
                .about(conception);
    }

    /** Only while the old deadline runs: afterwards some replies are late already. */
    ConsultationRound extend(LocalDate newDueOn, Instant now) {
        if (status != RoundStatus.OPEN) {
            throw Problem.conflict("round-state", status.name(), RoundStatus.OPEN.name());
        }
        if (!inTime(now)) {
            throw Problem.conflict("deadline-over", dueOn);
        }
        if (!newDueOn.isAfter(dueOn)) {
            throw Problem.invalid("dueOn", "not-an-extension", dueOn);
        }
        return edited(status, sentOn, newDueOn, openedAt, null, null, List.of("dueOn"));
    }

    /** Closes for reply; never before the due day is over. */
    ConsultationRound close(Instant at, @Nullable UUID levyBase) {
        var next = status.to(RoundStatus.CLOSED_FOR_REPLY);
        if (inTime(at)) {
            throw Problem.conflict("deadline-runs", dueOn);
        }
        return edited(next, sentOn, dueOn, openedAt, at, levyBase, List.of("status"));
    }

    /** Only before it was sent: what towns have in hand is not taken back without a word. */
    ConsultationRound cancel() {
        if (status != RoundStatus.PREPARED) {
            throw Problem.conflict("round-state", status.name(), RoundStatus.CANCELLED.name());
        }
        return edited(RoundStatus.CANCELLED, null, dueOn, null, null, null, List.of("status"));
    }

    /** After its result was released: what the council decides by. */
    ConsultationRound evaluated() {
        return at(status.to(RoundStatus.EVALUATED));
    }

    /** After the synopsis was given to the towns. */
    ConsultationRound published() {
        return at(status.to(RoundStatus.PUBLISHED));
    }

    private ConsultationRound at(RoundStatus next) {
        return edited(next, sentOn, dueOn, openedAt, closedAt, levyBaseId, List.of("status"));
    }

    private ConsultationRound about(@Nullable Integer conception) {
        return new ConsultationRound(
                id,
                caseId,
                title,
                kind,
                agreementMode,
                silenceMeans,
                status,
                sentOn,
                dueOn,
                reminderDays,
                remindersSent,
                openedAt,
                closedAt,
                levyBaseId,
                conception,
                version,
                fields);
    }

    private ConsultationRound edited(
            RoundStatus status,
            @Nullable LocalDate sentOn,
            LocalDate dueOn,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable UUID levyBaseId,
            List<String> changed) {
        var version = this.version + 1;
        return new ConsultationRound(
                id,
                caseId,
                title,
                kind,
                agreementMode,
                silenceMeans,
                status,
                sentOn,
                dueOn,
                reminderDays,
                remindersSent,
                openedAt,
                closedAt,
                levyBaseId,
                conceptionVersion,
                version,
                fields.edited(version, changed));
    }
}
