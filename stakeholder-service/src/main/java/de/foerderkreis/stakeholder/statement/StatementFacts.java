package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.tally.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivered statement as other features of this service see it.
 *
 * @param channel {@code PORTAL, MAIL, LETTER, ORAL}
 * @param timing {@code ON_TIME, LATE, SUPPLEMENT}
 * @param status {@code COUNTED, REPLACED, LATE, SUPPLEMENT}
 * @param minutes where what was said is written down, absent for what came in writing
 * @param jointWith the other towns that made it together, by AGS
 */
public record StatementFacts(
        UUID id,
        String ags,
        Position position,
        List<Reason> reasons,
        String text,
        String channel,
        Instant receivedAt,
        String timing,
        String status,
        String receiptNumber,
        @Nullable String minutes,
        List<String> jointWith) {

    static StatementFacts of(Statement it) {
        return new StatementFacts(
                it.id(),
                it.ags(),
                it.position(),
                it.reasons(),
                it.text(),
                it.channel().name(),
                it.receivedAt(),
                it.timing(),
                it.status().name(),
                it.receiptNumber(),
                it.evidence().minutes(),
                it.evidence().jointWith());
    }
}
