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
     */
    record Item(
            int no,
            String type,
            String title,
            Annex.State status,
            @Nullable String documentSha256,
            @Nullable String waivedReason,
            long version) {}
}
