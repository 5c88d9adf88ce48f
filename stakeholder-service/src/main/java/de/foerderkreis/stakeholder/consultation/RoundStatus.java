package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.problem.Problem;

/** Where a round stands. */
enum RoundStatus {
    PREPARED,
    OPEN,
    CLOSED_FOR_REPLY,
    EVALUATED,
    PUBLISHED,
    CANCELLED;

    private boolean allows(RoundStatus next) {
        return switch (this) {
            case PREPARED -> next == OPEN || next == CANCELLED;
            case OPEN -> next == CLOSED_FOR_REPLY || next == CANCELLED;
            case CLOSED_FOR_REPLY -> next == EVALUATED || next == CANCELLED;
            case EVALUATED -> next == PUBLISHED || next == CANCELLED;
            case PUBLISHED -> next == CANCELLED;
            case CANCELLED -> false;
        };
    }

    RoundStatus to(RoundStatus next) {
        if (!allows(next)) {
            throw Problem.conflict("round-state", name(), next.name());
        }
        return next;
    }

    /** Whether the towns were asked: before that a round is the district's own paper. */
    boolean sent() {
        return this != PREPARED && this != CANCELLED;
    }
}
