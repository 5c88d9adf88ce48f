package de.foerderkreis.contracts.stakeholder;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when something has to be followed up with a municipality, a body or a partner; key: the
 * case.
 *
 * @param kind {@code BURDEN_CHECK} (KrO NRW § 56 Abs. 4), {@code OPEN_REQUEST} (F66), {@code OTHER}
 * @param title what is to be done, as a person wrote it or the service names it
 * @param role realm role that has to act, for example {@code clerk}
 * @param page address in the portal where it is done
 */
public record FollowUpOpened(
        UUID caseId,
        UUID followUpId,
        String kind,
        String title,
        String role,
        @Nullable LocalDate dueOn,
        String page,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
