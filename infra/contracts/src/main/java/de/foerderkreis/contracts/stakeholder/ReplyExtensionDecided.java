package de.foerderkreis.contracts.stakeholder;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when a town's wish for more time was decided; key: the round.
 *
 * @param until last day for the town's reply, absent when the wish was refused
 */
public record ReplyExtensionDecided(
        UUID roundId, UUID caseId, String ags, @Nullable LocalDate until, long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
