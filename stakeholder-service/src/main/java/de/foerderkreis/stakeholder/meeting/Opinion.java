package de.foerderkreis.stakeholder.meeting;

/** What a body said as a whole (F64); never the statement of a town. */
enum Opinion {
    APPROVE,
    MOSTLY_APPROVE,
    MIXED,
    MOSTLY_REJECT,
    REJECT
}
