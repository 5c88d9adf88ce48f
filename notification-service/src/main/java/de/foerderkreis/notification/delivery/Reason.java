package de.foerderkreis.notification.delivery;

/**
 * Why a message stands where it stands; each has a sentence for whoever asks "warum kam es nicht
 * an?".
 */
public enum Reason {
    NO_CONTACT,
    NO_CONTACT_IN_TIME,
    NO_CONNECTION,
    TEMPORARY_REFUSAL,
    REFUSED,
    NO_REPLY,
    PROCESS_DIED,
    NOT_COMPOSED,
    QUIET_HOURS,
    PREFERENCE,
    NOT_CONFIRMED,
    SUBSCRIPTION_ENDED,
    CONTACT_ERASED,
    LINK_ENDED
}
