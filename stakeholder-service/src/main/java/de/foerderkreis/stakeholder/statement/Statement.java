package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.signing.SignedAs;
import de.foerderkreis.stakeholder.signing.Signing;
import de.foerderkreis.stakeholder.tally.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What arrived from a town. It never changes; only which of a town's statements counts may.
 *
 * @param receivedAt when it reached the district
 * @param recordedAt when it was entered here; later than {@code receivedAt} for paper
 * @param supplement whether it came after the deadline, as the town had announced
 * @param signing how it was signed, absent for what was only said or mailed
 * @param signedAs in whose name a letter was signed, absent without a letter
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
        boolean supplement,
        @Nullable Signing signing,
        @Nullable SignedAs signedAs,
        StatementStatus status,
        String receiptNumber,
        Evidence evidence) {

    /** {@code ON_TIME}, {@code LATE} or {@code SUPPLEMENT}. */
    String timing() {
        return late ? "LATE" : supplement ? "SUPPLEMENT" : "ON_TIME";
    }
}
