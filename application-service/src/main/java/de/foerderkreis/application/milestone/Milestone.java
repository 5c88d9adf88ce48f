package de.foerderkreis.application.milestone;

import de.foerderkreis.application.fundingcase.Recording;
import de.foerderkreis.application.programme.Timespan;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a case's timetable. Its state is found from the resolution, what a person said and
 * the calendar.
 *
 * @param forecast what is expected today where it differs from the plan; never makes it late
 * @param actual when it was done
 * @param recording who said that it was done
 * @param version counts changes; a client sends the one it saw
 */
record Milestone(
        UUID caseId,
        String code,
        Timespan planned,
        @Nullable Timespan forecast,
        @Nullable Timespan actual,
        MilestoneStatus status,
        @Nullable String reason,
        @Nullable Recording recording,
        long version) {

    static Milestone planned(UUID caseId, String code, Timespan planned) {
        return new Milestone(
                caseId, code, planned, null, null, MilestoneStatus.WAITING, null, null, 0);
    }

    Milestone replanned(Timespan plan, @Nullable Timespan expected, @Nullable String why) {
        return new Milestone(
                caseId,
                code,
                plan,
                expected,
                actual,
                status,
                why == null ? reason : why,
                recording,
                version);
    }

    Milestone done(Timespan when, Recording by) {
        return new Milestone(
                caseId, code, planned, forecast, when, MilestoneStatus.DONE, reason, by, version);
    }

    Milestone dropped(String why, Recording by) {
        return new Milestone(
                caseId, code, planned, forecast, null, MilestoneStatus.DROPPED, why, by, version);
    }

    /**
     * Finds the state on a day. Until the Kreistag has resolved to apply everything waits (F70);
     * then it is due from the first day of its period and late after the last; an open end is never
     * late.
     */
    Milestone on(LocalDate today, boolean resolved) {
        var found = status;
        if (!status.settled()) {
            var last = planned.to();
            if (!resolved) {
                found = MilestoneStatus.WAITING;
            } else if (today.isBefore(planned.from())) {
                found = MilestoneStatus.PLANNED;
            } else if (last == null || !today.isAfter(last)) {
                found = MilestoneStatus.DUE;
            } else {
                found = MilestoneStatus.LATE;
            }
        }
        return new Milestone(
                caseId, code, planned, forecast, actual, found, reason, recording, version);
    }
}
