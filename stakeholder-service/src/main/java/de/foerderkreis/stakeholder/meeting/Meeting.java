package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a body.
 *
 * @param invitation hash of the invitation on file
 * @param minutes hash of the minutes on file
 */
record Meeting(
        UUID id,
        UUID bodyId,
        Plan plan,
        @Nullable String invitation,
        @Nullable String minutes,
        long version,
        FieldVersions fields) {

    /**
     * What a clerk enters.
     *
     * @param sourceDate day and month as the source writes them where it leaves out the year, for
     *     example {@code 19.02.}; the year of {@code heldOn} was then completed
     */
    record Plan(
            LocalDate heldOn,
            @Nullable String sourceDate,
            String place,
            String agenda,
            @Nullable LocalDate invitedOn) {

        Plan {
            if (invitedOn != null && invitedOn.isAfter(heldOn)) {
                throw Problem.invalid("invitedOn", "invited-after-meeting", heldOn);
            }
            if (sourceDate != null && !names(sourceDate, heldOn)) {
                throw Problem.invalid("sourceDate", "source-date-differs", sourceDate, heldOn);
            }
        }

        private static boolean names(String sourceDate, LocalDate day) {
            var parts = sourceDate.split("\\.");
            return sourceDate.matches("[0-9]{1,2}\\.[0-9]{1,2}\\.?")
                    && Integer.parseInt(parts[0]) == day.getDayOfMonth()
                    && Integer.parseInt(parts[1]) == day.getMonthValue();
        }
    }

    void requireSeen(long seen) {
        if (seen != version) {
            throw Problem.stale(fields.since(seen));
        }
    }

    /** Whether the day has come. */
    boolean heldBy(LocalDate today) {
        return !plan.heldOn().isAfter(today);
    }

    Meeting edited(Plan next) {
        var changed = new ArrayList<String>();
        note(changed, "heldOn", plan.heldOn(), next.heldOn());
        note(changed, "sourceDate", plan.sourceDate(), next.sourceDate());
        note(changed, "place", plan.place(), next.place());
        note(changed, "agenda", plan.agenda(), next.agenda());
        note(changed, "invitedOn", plan.invitedOn(), next.invitedOn());
        return next(next, invitation, minutes, changed);
    }

    Meeting withInvitation(String sha256) {
        return next(plan, sha256, minutes, List.of("invitation"));
    }

    Meeting withMinutes(String sha256) {
        return next(plan, invitation, sha256, List.of("minutes"));
    }

    private Meeting next(
            Plan plan,
            @Nullable String invitation,
            @Nullable String minutes,
            List<String> changed) {
        var following = version + 1;
        return new Meeting(
                id,
                bodyId,
                plan,
                invitation,
                minutes,
                following,
                fields.edited(following, changed));
    }

    private static void note(
            List<String> changed, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }
}
