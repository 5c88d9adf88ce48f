package de.foerderkreis.stakeholder.tally;

/** What a municipality says to a draft; silence is no position. */
public enum Position {
    APPROVE,
    APPROVE_WITH_CONDITIONS,
    NEUTRAL,
    REJECT,
    NO_OBJECTION
}
