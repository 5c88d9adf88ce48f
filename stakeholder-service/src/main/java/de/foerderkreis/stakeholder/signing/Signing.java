package de.foerderkreis.stakeholder.signing;

/** The ways a town may sign a statement. None needs a second factor: it is an opinion. */
public enum Signing {
    /** The mayor hands it in with her own login. */
    LOGIN,
    /** A letter signed by hand is attached as a file. */
    LETTER_UPLOAD,
    /** It goes by post; the district's clerk records it. */
    PAPER
}
