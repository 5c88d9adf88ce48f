package de.foerderkreis.contracts.stakeholder;

import java.time.Instant;
import java.util.UUID;

/**
 * Published when a statement arrived after the deadline; it is kept and flagged; key: the round.
 */
public record StatementLate(
        UUID roundId,
        UUID caseId,
        UUID statementId,
        String ags,
        String position,
        String channel,
        Instant receivedAt,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
