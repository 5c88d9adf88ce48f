package de.foerderkreis.notification.intake;

/** Whose function is told. */
enum Audience {
    /** The towns the event names. */
    NAMED_TOWNS,
    /** The towns asked in any round of the case. */
    TOWNS_OF_CASE,
    /** The district administration. */
    DISTRICT,
    /** Those in the district administration who hold the role a task is for. */
    HOLDERS_OF_ROLE,
    /** Partners that subscribed to it. */
    SUBSCRIBERS
}
