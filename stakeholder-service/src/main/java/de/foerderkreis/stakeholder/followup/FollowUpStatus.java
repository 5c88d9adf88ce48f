package de.foerderkreis.stakeholder.followup;

/** Where a follow-up stands. */
enum FollowUpStatus {
    OPEN,
    /** Waits for its day and comes back on it. */
    POSTPONED,
    DONE,
    DROPPED;

    boolean ended() {
        return this == DONE || this == DROPPED;
    }
}
