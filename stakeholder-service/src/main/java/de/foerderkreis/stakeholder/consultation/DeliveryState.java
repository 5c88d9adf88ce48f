package de.foerderkreis.stakeholder.consultation;

/**
 * How far a letter to one town has come, as the district sees it. What happens inside the town hall
 * between {@code RECEIPT_CONFIRMED} and {@code RECEIVED} is no business of the district.
 */
enum DeliveryState {
    SENT,
    DELIVERED,
    RECEIPT_CONFIRMED,
    EXTENSION_REQUESTED,
    /** It has a last day of its own. */
    EXTENSION_GRANTED,
    RECEIVED,
    /** After the deadline, but announced before it: no late reply. */
    SUPPLEMENT,
    LATE
}
