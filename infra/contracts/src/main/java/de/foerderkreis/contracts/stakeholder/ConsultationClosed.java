package de.foerderkreis.contracts.stakeholder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when a round was closed for reply; key: the round. Silence is counted as silence, never
 * as consent.
 *
 * @param onTime municipalities that answered on time
 * @param tallies per position by heads, inhabitants and levy base
 */
public record ConsultationClosed(
        UUID roundId,
        UUID caseId,
        String kind,
        LocalDate dueOn,
        Instant closedAt,
        int asked,
        int onTime,
        List<Tally> tallies,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";

    /**
     * One line of the result.
     *
     * @param position a position or {@code NO_REPLY}
     * @param levyBase decimal string, EUR; absent while no levy base was published
     */
    public record Tally(String position, int heads, long inhabitants, @Nullable String levyBase) {}
}
