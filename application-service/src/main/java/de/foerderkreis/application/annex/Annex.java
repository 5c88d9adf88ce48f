package de.foerderkreis.application.annex;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A numbered annex of a case. Document and waiver exclude each other.
 *
 * @param documentSha256 the stored document, absent while missing or waived
 * @param waivedReason why the annex is left out, absent while missing or present
 */
public record Annex(
        UUID caseId,
        int no,
        @Nullable String documentSha256,
        @Nullable String waivedReason,
        long version) {

    /** What there is. */
    public enum State {
        MISSING,
        PRESENT,
        WAIVED
    }

    /** Where the annex stands. */
    public State state() {
        if (documentSha256 != null) {
            return State.PRESENT;
        }
        return waivedReason != null ? State.WAIVED : State.MISSING;
    }
}
