package de.foerderkreis.stakeholder.burden;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One check owed to one town.
 *
 * @param outcome absent while nobody decided
 * @param reason why it was decided so
 */
record BurdenCheck(
        UUID roundId,
        String ags,
        String name,
        UUID caseId,
        UUID followUpId,
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        long version) {}
