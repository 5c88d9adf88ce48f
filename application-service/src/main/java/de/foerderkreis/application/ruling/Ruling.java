package de.foerderkreis.application.ruling;

import de.foerderkreis.application.fundingcase.Recording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authority was asked informally and what it said (F30).
 *
 * @param authority code of an authority in the programme pack
 * @param answer absent while it is open
 * @param ruledOn day of the answer, or of the question while it is open
 * @param minimumPosts funded posts it makes the minimum, full-time equivalents with at most two
 *     decimals, above 0; absent where it sets none
 * @param minimumTeachers released teachers it makes the minimum; absent where it sets none
 * @param version counts changes; a client sends the one it saw
 */
public record Ruling(
        UUID id,
        UUID caseId,
        String authority,
        String question,
        @Nullable String answer,
        @Nullable String reason,
        Outcome outcome,
        LocalDate ruledOn,
        @Nullable BigDecimal minimumPosts,
        @Nullable Integer minimumTeachers,
        @Nullable String documentSha256,
        long version,
        Recording recording) {

    /** What came of the question. */
    public enum Outcome {
        REFUSED,
        ACCEPTED,
        OPEN
    }

    /** Whether it sets a minimum the staffing plan has to keep. */
    public boolean binds() {
        return minimumPosts != null || minimumTeachers != null;
    }
}
