package de.foerderkreis.application.council;

/** How a body dealt with an agenda item, as the minutes say. */
public enum Outcome {
    ADOPTED_UNANIMOUS,
    ADOPTED_MAJORITY,
    ADOPTED_AMENDED,
    REJECTED,
    DEFERRED,
    REFERRED,
    NOTED,
    WITHDRAWN,
    NO_DECISION;

    /** Whether the body said yes. */
    public boolean adopted() {
        return switch (this) {
            case ADOPTED_UNANIMOUS, ADOPTED_MAJORITY, ADOPTED_AMENDED -> true;
            case REJECTED, DEFERRED, REFERRED, NOTED, WITHDRAWN, NO_DECISION -> false;
        };
    }
}
