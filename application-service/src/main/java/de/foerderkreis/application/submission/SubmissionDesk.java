package de.foerderkreis.application.submission;

import de.foerderkreis.application.dossier.DossierOriginals;
import de.foerderkreis.platform.security.FreshSecondFactor;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where an application leaves the house: whoever hands it in has just signed in with a second
 * factor, and the originals of its dossier are fetched before anything is changed.
 */
@Component
class SubmissionDesk {

    private final DossierOriginals originals;
    private final Submission submission;

    SubmissionDesk(DossierOriginals originals, Submission submission) {
        this.originals = originals;
        this.submission = submission;
    }

    /** Submits irrevocably, or refuses with everything that stands in the way. */
    @FreshSecondFactor
    public void submit(UUID caseId, UUID id, long version, @Nullable LocalDate submittedOn) {
        originals.fetch(caseId);
        submission.submit(caseId, id, version, submittedOn);
    }
}
