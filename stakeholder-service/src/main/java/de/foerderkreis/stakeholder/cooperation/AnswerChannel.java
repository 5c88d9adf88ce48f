package de.foerderkreis.stakeholder.cooperation;

/** How an answer came; the name travels in the event. */
enum AnswerChannel {
    LINK,
    LETTER,
    PORTAL
}
