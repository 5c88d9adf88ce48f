package de.foerderkreis.application.fundingcase;

/** How far a case has come (F36). */
public enum CaseStatus {
    PREPARATION,
    STAGE_1,
    STAGE_2,
    CLOSED;

    /** Whether a case may go on to another state; it never goes back. */
    public boolean allows(CaseStatus next) {
        return switch (this) {
            case PREPARATION -> next == STAGE_1;
            case STAGE_1 -> next == STAGE_2 || next == CLOSED;
            case STAGE_2 -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
