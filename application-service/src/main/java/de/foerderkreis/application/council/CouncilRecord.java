package de.foerderkreis.application.council;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the bodies did on a case, as other modules see it. */
public interface CouncilRecord {

    /** Resolutions of a case in the order they were taken. */
    List<Resolution> of(UUID caseId);

    /** Motions, meetings, papers and resolutions of a case the caller may read. */
    Chronicle chronicle(UUID caseId);

    /**
     * Whether the Kreistag has resolved to apply and the resolution binds on a day (F70); also for
     * work without a caller.
     */
    boolean resolvedToApply(UUID caseId, LocalDate day);
}
