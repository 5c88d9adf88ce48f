package de.foerderkreis.application.annex;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The annexes of a case as other modules see them. */
public interface AnnexFolder {

    /** Annexes of a case by number, titles in the reader's language. */
    List<Item> of(UUID caseId);

    /**
     * One annex with its title.
     *
     * @param status {@code MISSING}, {@code PRESENT} or {@code WAIVED}
     * @param text the annex itself or the summary for the cover sheet of its document
     */
    record Item(
            int no,
            String type,
            String title,
            Annex.State status,
            @Nullable String documentSha256,
            @Nullable String waivedReason,
            @Nullable String text,
            AnnexSource source,
            long version) {}
}
