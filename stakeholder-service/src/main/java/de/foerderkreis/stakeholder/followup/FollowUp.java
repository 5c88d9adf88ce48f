package de.foerderkreis.stakeholder.followup;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stays open until somebody decided it.
 *
 * @param role realm role that has to act
 * @param dueOn day by which, or on which a postponed one comes back
 * @param page address in the portal where it is done
 * @param reason why it was postponed or how it ended
 */
record FollowUp(
        UUID id,
        UUID caseId,
        FollowUpKind kind,
        String title,
        String role,
        String page,
        FollowUpStatus status,
        @Nullable LocalDate dueOn,
        @Nullable String reason,
        Instant openedAt,
        @Nullable Instant closedAt,
        long version,
        FieldVersions fields) {

    void requireSeen(long seen) {
        if (seen != version) {
            throw Problem.stale(fields.since(seen));
        }
    }

    FollowUp postpone(LocalDate until, String why, LocalDate today) {
        requireGoingOn();
        if (!until.isAfter(today)) {
            throw Problem.invalid("dueOn", "follow-up-day-over", until);
        }
        return edited(
                FollowUpStatus.POSTPONED, until, why, null, List.of("status", "dueOn", "reason"));
    }

    /** Its day has come; the reason of the delay stays readable. */
    FollowUp resume() {
        return edited(FollowUpStatus.OPEN, dueOn, reason, null, List.of("status"));
    }

    FollowUp end(FollowUpStatus how, String why, Instant now) {
        requireGoingOn();
        return edited(how, dueOn, why, now, List.of("status", "reason"));
    }

    private void requireGoingOn() {
        if (status.ended()) {
            throw Problem.conflict("follow-up-ended");
        }
    }

    private FollowUp edited(
            FollowUpStatus status,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            @Nullable Instant closedAt,
            List<String> changed) {
        var next = version + 1;
        return new FollowUp(
                id,
                caseId,
                kind,
                title,
                role,
                page,
                status,
                dueOn,
                reason,
                openedAt,
                closedAt,
                next,
                fields.edited(next, changed));
    }
}
