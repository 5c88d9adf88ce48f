package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published when the head of the district released a version of the conception (F1); key: the case.
 * Its text stays with application-service.
 *
 * @param version number of the frozen version, from 1
 * @param sha256 hash of the frozen content, lower-case hex
 */
public record ConceptionReleased(
        UUID caseId,
        UUID conceptionId,
        int version,
        String title,
        String sha256,
        LocalDate releasedOn,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
