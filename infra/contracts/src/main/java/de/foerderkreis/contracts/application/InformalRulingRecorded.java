package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when an authority's informal answer that binds the planning was recorded (F30); key:
 * the case.
 *
 * @param authority code of the authority in the programme pack, for example {@code LAKI}
 * @param outcome {@code REFUSED, ACCEPTED, OPEN}
 * @param minimumPosts funded posts that the ruling makes the minimum, full-time equivalents as
 *     decimal string; absent where it sets none
 * @param minimumTeachers released teachers that the ruling makes the minimum; absent where it sets
 *     none
 */
public record InformalRulingRecorded(
        UUID caseId,
        UUID rulingId,
        String authority,
        String outcome,
        @Nullable String minimumPosts,
        @Nullable Integer minimumTeachers,
        LocalDate ruledOn,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
