package de.foerderkreis.notification.worklist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody.
 *
 * @param arguments for its title and its reason
 * @param dueOn last day; absent where nothing presses
 * @param link path of the page where it is done
 */
record Work(
        Code code,
        List<Object> arguments,
        @Nullable LocalDate dueOn,
        String link,
        @Nullable UUID caseId,
        @Nullable UUID roundId) {

    static final Comparator<Work> BY_DUE_DATE =
            Comparator.comparing(Work::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Work::code);

    /** Why something waits; the reason is told in words beside it. */
    enum Code {
        ANSWER_ROUND,
        ANSWER_LATE,
        TOWNS_MISSING,
        PROMISE_BROKEN,
        TASK,
        CONFIRM_COOPERATION,
        COOPERATION_MISSING,
        MILESTONE_LATE,
        MILESTONE_DUE,
        STAFFING_BELOW_RULING,
        REVIEW_APPLICATION,
        COST_PLAN_MISSING,
        LEVY_EFFECT_MISSING,
        PROMISE_DUE,
        APPLICATION_AT_AUTHORITY,
        DELIVERIES_FAILED
    }
}
