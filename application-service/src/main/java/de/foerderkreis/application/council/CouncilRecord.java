package de.foerderkreis.application.council;

import java.util.List;
import java.util.UUID;

/** The resolutions of a case as other modules see them. */
public interface CouncilRecord {

    /** Resolutions of a case in the order they were taken. */
    List<Resolution> of(UUID caseId);
}
