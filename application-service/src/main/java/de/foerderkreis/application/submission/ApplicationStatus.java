package de.foerderkreis.application.submission;

/**
 * Life of an application of either stage; every state lists where it may go, nothing falls through.
 */
enum ApplicationStatus {
    DRAFT,
    INTERNAL_REVIEW,
    READY,
    SUBMITTED,
    UNDER_REVIEW,
    QUERY_OPEN,
    APPROVED,
    APPROVED_WITH_CONDITIONS,
    REJECTED,
    WITHDRAWN;

    boolean allows(ApplicationStatus next) {
        return switch (this) {
            case DRAFT -> next == INTERNAL_REVIEW || next == WITHDRAWN;
            case INTERNAL_REVIEW -> next == READY || next == DRAFT || next == WITHDRAWN;
            case READY -> next == SUBMITTED || next == WITHDRAWN;
            case SUBMITTED -> next == UNDER_REVIEW || next == WITHDRAWN;
            case UNDER_REVIEW ->
                    switch (next) {
                        case QUERY_OPEN, APPROVED, APPROVED_WITH_CONDITIONS, REJECTED, WITHDRAWN ->
                                true;
                        case DRAFT, INTERNAL_REVIEW, READY, SUBMITTED, UNDER_REVIEW -> false;
                    };
            case QUERY_OPEN -> next == UNDER_REVIEW;
            case APPROVED, APPROVED_WITH_CONDITIONS, REJECTED, WITHDRAWN -> false;
        };
    }

    ApplicationStatus to(ApplicationStatus next) {
        if (!allows(next)) {
            throw new IllegalTransition(this, next);
        }
        return next;
    }

    /** Whether it stands in the way of a second application of the same stage. */
    boolean active() {
        return switch (this) {
            case REJECTED, WITHDRAWN -> false;
            case DRAFT,
                    INTERNAL_REVIEW,
                    READY,
                    SUBMITTED,
                    UNDER_REVIEW,
                    QUERY_OPEN,
                    APPROVED,
                    APPROVED_WITH_CONDITIONS ->
                    true;
        };
    }

    /** Whether the authority said yes. */
    public boolean approved() {
        return this == APPROVED || this == APPROVED_WITH_CONDITIONS;
    }

    /** Whether it has left the house, so that only the head or the Landrat may withdraw it. */
    public boolean handedIn() {
        return switch (this) {
            case DRAFT, INTERNAL_REVIEW, READY -> false;
            case SUBMITTED,
                    UNDER_REVIEW,
                    QUERY_OPEN,
                    APPROVED,
                    APPROVED_WITH_CONDITIONS,
                    REJECTED,
                    WITHDRAWN ->
                    true;
        };
    }
}
