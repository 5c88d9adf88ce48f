package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.staffing.StaffingPlan.Content;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The least an authority said it would fund (F30): what the state left open is bound by its answer.
 *
 * @param authority code in the programme
 * @param posts funded posts at least; absent where the ruling names none
 * @param teachers released teachers at least; absent where the ruling names none
 */
record Ruling(
        String authority, LocalDate ruledOn, @Nullable Fte posts, @Nullable Integer teachers) {

    /** Whether a plan stays below the ruling; it may be saved all the same. */
    boolean isAbove(Content plan) {
        return (posts != null && plan.fte().compareTo(posts) < 0)
                || (teachers != null && plan.teachers() < teachers);
    }
}
