package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Full state of a case for those who keep a local copy; compacted, key: the case.
 *
 * @param status {@code PREPARATION, STAGE_1, STAGE_2, CLOSED}
 */
public record CaseState(
        UUID caseId,
        String title,
        String fileReference,
        String programmeCode,
        String status,
        LocalDate openedOn,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.cases.v1";
}
