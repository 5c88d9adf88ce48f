package de.foerderkreis.stakeholder.meeting;

/** Why the body said so (F65), coded as the reasons of statements are. */
enum OpinionReason {
    EXTRA_COST,
    ALREADY_SUFFICIENT,
    NO_OR_LESS_BENEFIT,
    STAFF,
    OTHER
}
