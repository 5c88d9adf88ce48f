package de.foerderkreis.stakeholder.cooperation;

/** What is shown of a request; silence is shown as silence and never counts as consent. */
enum CooperationState {
    WAITING,
    /** The day is over and nothing came. */
    SILENT,
    CONFIRMED,
    DECLINED
}
