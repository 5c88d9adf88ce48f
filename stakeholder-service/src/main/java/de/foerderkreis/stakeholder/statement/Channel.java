package de.foerderkreis.stakeholder.statement;

/** How a statement reached the district. */
enum Channel {
    PORTAL,
    MAIL,
    LETTER,
    ORAL
}
