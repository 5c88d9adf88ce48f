package de.foerderkreis.application.milestone;

/** Life of a milestone (domain 2.14); waiting until the resolution is there. */
public enum MilestoneStatus {
    WAITING,
    PLANNED,
    DUE,
    LATE,
    DONE,
    DROPPED;

    /** Whether it ended, so that no calendar changes it any more. */
    public boolean settled() {
        return switch (this) {
            case DONE, DROPPED -> true;
            case WAITING, PLANNED, DUE, LATE -> false;
        };
    }
}
