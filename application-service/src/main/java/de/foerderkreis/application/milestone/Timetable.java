package de.foerderkreis.application.milestone;

import de.foerderkreis.application.fundingcase.Recording;
import de.foerderkreis.application.programme.Timespan;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The timetable of a case for the modules that show it. */
public interface Timetable {

    /** The milestones of a case the caller may read, in the programme's order. */
    List<Step> of(UUID caseId);

    /**
     * A milestone as it is told.
     *
     * @param when plan, forecast or actual in the reader's language, whichever counts now
     * @param dependsOn codes of milestones that have to be done before
     * @param blockedBy those of them that are not done yet
     * @param conflicting those whose expected end lies after the start expected here
     * @param recording who said that it was done or dropped
     */
    record Step(
            String code,
            String title,
            MilestoneStatus status,
            Timespan planned,
            @Nullable Timespan forecast,
            @Nullable Timespan actual,
            String when,
            @Nullable String reason,
            List<String> dependsOn,
            List<String> blockedBy,
            List<String> conflicting,
            @Nullable Recording recording,
            long version) {

        /** The time that counts now: actual, else forecast, else plan. */
        public Timespan expected() {
            return actual != null ? actual : forecast != null ? forecast : planned;
        }
    }
}
