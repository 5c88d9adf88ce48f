package de.foerderkreis.application.council;

/** What a resolution is about; only one of the Kreistag to apply starts the timetable (F70). */
public enum Resolves {
    /** To set up the centre and apply for the funding. */
    APPLICATION,
    /** The integration concept (F40). */
    CONCEPT,
    OTHER
}
