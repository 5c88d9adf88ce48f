package de.foerderkreis.stakeholder.officeholder;

/** How a letter addresses the holder (F7). */
public enum Salutation {
    FRAU,
    HERR,
    NEUTRAL
}
