package de.foerderkreis.stakeholder.followup;

/** Why something is followed up; the name travels in the event. */
public enum FollowUpKind {
    /**
     * A part of the district that gains more or less than the others (KrO NRW § 56 Abs. 4); decided
     * on its own page only.
     */
    BURDEN_CHECK,
    /** A wish a body uttered, for example to hear somebody (F66). */
    OPEN_REQUEST,
    OTHER;

    /** Whether the clerk may end it in the list, without the page it names. */
    boolean endsInTheList() {
        return this != BURDEN_CHECK;
    }
}
