package de.foerderkreis.application.submission;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the applications of a case are, for other modules. */
public interface ApplicationProgress {

    /** The application of a stage that counts now. */
    Optional<Standing> latestOf(UUID caseId, int stage);

    /**
     * Where an application stands.
     *
     * @param status name of the state
     */
    record Standing(
            UUID id,
            int stage,
            String status,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate queryDueOn,
            @Nullable LocalDate decidedOn) {}
}
