package de.foerderkreis.platform.audit;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Something a verification found.
 *
 * @param position of the link it was found at
 * @param detail what the kind's sentence names: an entry, a position, a day
 */
public record AuditFinding(Kind kind, long position, String detail) {

    /** The finding in English; pages say it in their own words, by kind. */
    @JsonValue
    public String sentence() {
        return kind.sentence.formatted(position, detail);
    }

    @Override
    public String toString() {
        return sentence();
    }

    /** What can be wrong with a chain. */
    public enum Kind {
        UNREADABLE("A line after position %1$d cannot be read"),
        GAP("Position %1$d: follows position %2$s"),
        BROKEN("Position %1$d: does not continue the chain"),
        SEAL_CHANGED("Position %1$d: the seal was changed"),
        GONE("Position %1$d: entry %2$s is gone"),
        OTHER_ENTRY("Position %1$d: covers another entry than %2$s"),
        CHANGED("Position %1$d: entry %2$s was changed"),
        NOT_AS_NOTED("Position %1$d: is not the head that was noted%2$s"),
        CUT_OFF("The chain ends before position %1$d, which was noted as its head%2$s");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }
}
