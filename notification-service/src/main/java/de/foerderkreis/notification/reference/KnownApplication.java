package de.foerderkreis.notification.reference;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An application of a case; {@code status} is {@code IN_REVIEW}, {@code SUBMITTED} or {@code
 * DECIDED}.
 */
public record KnownApplication(
        UUID id, UUID caseId, int stage, Status status, LocalDate changedOn) {

    /** What its events say of it. */
    public enum Status {
        IN_REVIEW,
        SUBMITTED,
        DECIDED
    }
}
