package de.foerderkreis.application.submission;

import org.jspecify.annotations.Nullable;

/** Why stage 2 is locked, as the number the problem's text chooses its sentence by. */
final class Stage1Reason {

    static final int NOT_APPLIED = 0;
    static final int NOT_HANDED_IN = 1;
    static final int NOT_DECIDED = 2;
    static final int REFUSED = 3;

    private Stage1Reason() {}

    static int of(@Nullable FundingApplication stage1) {
        if (stage1 == null) {
            return NOT_APPLIED;
        }
        return switch (stage1.status()) {
            case DRAFT, INTERNAL_REVIEW, READY -> NOT_HANDED_IN;
            case SUBMITTED, UNDER_REVIEW, QUERY_OPEN -> NOT_DECIDED;
            case REJECTED -> REFUSED;
            case WITHDRAWN -> NOT_APPLIED;
            case APPROVED, APPROVED_WITH_CONDITIONS ->
                    throw new IllegalArgumentException("Stage 1 is approved");
        };
    }
}
