package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published when a drafted application waits for the second pair of eyes; key: the case.
 *
 * @param stage 1 approval in principle, 2 grant
 */
public record ApplicationReviewRequested(
        UUID caseId, UUID applicationId, int stage, LocalDate requestedOn, long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
