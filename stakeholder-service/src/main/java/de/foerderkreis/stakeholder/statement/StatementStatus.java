package de.foerderkreis.stakeholder.statement;

/** What a statement that arrived is worth. */
enum StatementStatus {
    /** The town's last one within the deadline. */
    COUNTED,
    /** In time, but a later one in time stands in its place. */
    REPLACED,
    /** After the deadline, but announced before it: kept, shown, not counted, not late. */
    SUPPLEMENT,
    /** After the deadline: kept, shown, not counted. */
    LATE
}
