package de.foerderkreis.stakeholder.consultation;

/** What the letter says of silence; whatever it says, silence is counted and shown on its own. */
enum SilenceMeans {
    NO_REPLY,
    DEEMED_CONSENT
}
