package de.foerderkreis.application.annex;

/** Where the content of an annex comes from; an uploaded document takes its place in any case. */
public enum AnnexSource {
    /** From what the services announced (F77, F78, F82). */
    GENERATED,
    /** Written in the portal (F80, F81). */
    TEXT,
    /** A document of somebody else (F79). */
    UPLOAD;

    /** By the annex's type in the programme pack. */
    public static AnnexSource of(String type) {
        return switch (type) {
            case "COST_PLAN", "LEVY_EFFECT", "STATEMENTS" -> GENERATED;
            case "PRIORITY" -> TEXT;
            default -> UPLOAD;
        };
    }
}
