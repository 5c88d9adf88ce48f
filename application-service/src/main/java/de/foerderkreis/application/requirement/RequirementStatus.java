package de.foerderkreis.application.requirement;

/** Life of a formal requirement: open, in progress, then fulfilled, promised or waived. */
public enum RequirementStatus {
    OPEN,
    IN_PROGRESS,
    FULFILLED,
    PROMISED,
    WAIVED,
    /** Promised, but the due day has passed. */
    BREACHED;

    /** Whether an application may be submitted while the requirement is in this state. */
    public boolean settled() {
        return switch (this) {
            case FULFILLED, PROMISED, WAIVED -> true;
            case OPEN, IN_PROGRESS, BREACHED -> false;
        };
    }

    /**
     * Whether a person may decide so. The same state again confirms it or changes its reason or
     * day; {@code IN_PROGRESS} takes a decision back; {@code OPEN} and {@code BREACHED} are only
     * ever found, never decided.
     */
    boolean allows(RequirementStatus decided) {
        return switch (this) {
            case OPEN -> decided != OPEN && decided != BREACHED;
            case IN_PROGRESS -> decided != OPEN && decided != BREACHED && decided != IN_PROGRESS;
            case PROMISED -> decided != OPEN && decided != BREACHED;
            case BREACHED -> decided == FULFILLED || decided == PROMISED || decided == WAIVED;
            case FULFILLED -> decided == FULFILLED || decided == IN_PROGRESS;
            case WAIVED -> decided == WAIVED || decided == IN_PROGRESS || decided == PROMISED;
        };
    }
}
