package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published when a body adopted a resolution on the case; key: the case.
 *
 * @param body {@code KREISAUSSCHUSS} or {@code KREISTAG}
 * @param outcome as recorded in the minutes, for example {@code ADOPTED_MAJORITY}
 */
public record ResolutionAdopted(
        UUID caseId,
        UUID resolutionId,
        String body,
        LocalDate decidedOn,
        String outcome,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
