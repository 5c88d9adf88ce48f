package de.foerderkreis.stakeholder.officeholder;

/** A function tasks are bound to; people only hold it for a time. */
public enum Office {
    MAYOR(true),
    OFFICIAL(true),
    CLERK(false),
    HEAD(false),
    TREASURER(false),
    LANDRAT(false),
    COUNCIL_SECRETARY(false);

    private final boolean municipal;

    Office(boolean municipal) {
        this.municipal = municipal;
    }

    /** Whether it exists in a town; the others exist in the district's administration. */
    boolean municipal() {
        return municipal;
    }
}
