package de.foerderkreis.contracts.stakeholder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when a consultation round was opened; key: the round.
 *
 * @param dueOn last day for a reply; it ends at 24:00 Europe/Berlin
 * @param conceptionVersion version of the conception that the addressees judge (F67), absent where
 *     the round is about something else
 */
public record ConsultationOpened(
        UUID roundId,
        UUID caseId,
        String title,
        String kind,
        LocalDate sentOn,
        LocalDate dueOn,
        List<Addressee> addressees,
        @Nullable Integer conceptionVersion,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";

    /**
     * Who was asked: the function, never a name.
     *
     * @param contactId contact of the holder at the time of opening, absent when the office is
     *     vacant
     */
    public record Addressee(String ags, @Nullable UUID contactId) {}
}
