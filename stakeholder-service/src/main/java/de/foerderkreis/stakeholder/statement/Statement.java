package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.stakeholder.tally.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What arrived from a town. It never changes; only which of a town's statements counts may.
 *
 * @param receivedAt when it reached the district
 * @param recordedAt when it was entered here; later than {@code receivedAt} for paper
 */
record Statement(
        UUID id,
        UUID roundId,
        String ags,
        Position position,
        List<Reason> reasons,
        String text,
        Channel channel,
        Instant receivedAt,
        Instant recordedAt,
        boolean late,
        StatementStatus status,
        String receiptNumber) {}
