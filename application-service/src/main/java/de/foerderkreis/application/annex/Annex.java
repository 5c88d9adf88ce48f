package de.foerderkreis.application.annex;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A numbered annex of a case. A waiver excludes document and text.
 *
 * @param documentSha256 the stored document, absent where there is none
 * @param waivedReason why the annex is left out, absent where it is not
 * @param text the annex itself where it is written in the portal, the summary for its cover sheet
 *     where it is a document
 */
public record Annex(
        UUID caseId,
        int no,
        @Nullable String documentSha256,
        @Nullable String waivedReason,
        @Nullable String text,
        long version) {

    /** What there is. */
    public enum State {
        MISSING,
        PRESENT,
        WAIVED
    }

    /**
     * Where the annex stands.
     *
     * @param source where its content comes from when nobody uploads it
     * @param generated whether the services have told what it is generated from
     */
    State state(AnnexSource source, boolean generated) {
        if (waivedReason != null) {
            return State.WAIVED;
        }
        var there =
                documentSha256 != null
                        || switch (source) {
                            case GENERATED -> generated;
                            case TEXT -> text != null;
                            case UPLOAD -> false;
                        };
        return there ? State.PRESENT : State.MISSING;
    }
}
