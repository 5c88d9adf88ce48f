package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when the evaluated state of one of a case's formal requirements changed; key: the case.
 *
 * @param requirement code within the programme, {@code R1} to {@code R9} for KI-2012
 * @param status {@code OPEN, IN_PROGRESS, FULFILLED, PROMISED, WAIVED, BREACHED}
 * @param dueOn day by which a promise has to be kept
 */
public record RequirementChanged(
        UUID caseId,
        String requirement,
        String status,
        @Nullable LocalDate dueOn,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
