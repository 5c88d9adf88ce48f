package de.foerderkreis.application.council;

/** What a body is asked for in a paper's consultation order (Beratungsfolge). */
public enum Competence {
    HEARING,
    RECOMMENDATION,
    DECISION
}
