package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published when the authority's decision on an application was recorded; key: the case.
 *
 * @param outcome {@code APPROVED, APPROVED_WITH_CONDITIONS, REJECTED}
 */
public record ApplicationDecided(
        UUID caseId,
        UUID applicationId,
        int stage,
        String outcome,
        LocalDate decidedOn,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
