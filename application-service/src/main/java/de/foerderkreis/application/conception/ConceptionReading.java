package de.foerderkreis.application.conception;

import de.foerderkreis.application.document.TextBlock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conception as other modules and their pages read it. */
public interface ConceptionReading {

    /**
     * What the caller may read now: for the district the draft or, while there is none, the latest
     * version; for a town the version it was asked to judge, never a draft.
     */
    Optional<Shown> shown(UUID caseId);

    /** The latest released version, for work on a case the caller may read. */
    Optional<ReleasedConception> latest(UUID caseId);

    /**
     * A conception to read.
     *
     * @param version number of the frozen version, absent for a draft
     * @param missing placeholders whose value is not known
     */
    record Shown(@Nullable Integer version, List<Section> sections, List<String> missing) {}

    /** A section with its paragraphs and lists. */
    record Section(String code, String title, List<TextBlock> blocks) {}
}
