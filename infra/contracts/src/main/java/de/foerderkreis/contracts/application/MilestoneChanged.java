package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when a milestone of a case (F70 to F76) changed; key: the case.
 *
 * @param milestone code within the case, for example {@code M1}
 * @param status {@code WAITING, PLANNED, DUE, DONE, LATE, DROPPED}; waiting means that its
 *     resolution is still missing
 * @param precision {@code DAY, MONTH, QUARTER, YEAR}
 * @param plannedTo last day of the planned period, absent for an open end
 * @param forecastTo last day of the period expected today
 */
public record MilestoneChanged(
        UUID caseId,
        String milestone,
        String title,
        String status,
        String precision,
        @Nullable LocalDate plannedTo,
        @Nullable LocalDate forecastTo,
        @Nullable LocalDate actualOn,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
