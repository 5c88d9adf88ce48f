package de.foerderkreis.contracts.stakeholder;

import java.time.Instant;
import java.util.UUID;

/**
 * Published when a partner confirmed its cooperation; key: the case.
 *
 * @param category partner category, for example {@code JOBCENTER}
 * @param channel {@code LINK, LETTER, PORTAL}
 */
public record CooperationConfirmed(
        UUID caseId,
        UUID cooperationId,
        String partner,
        String category,
        String channel,
        Instant confirmedAt,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
