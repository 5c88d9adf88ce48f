package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.stakeholder.tally.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One municipality asked in a round.
 *
 * @param name as at the opening
 * @param inhabitants as at the opening
 * @param contactId contact of the mayor at the opening, absent when the office was vacant
 * @param answer what counts for it, absent while nothing arrived
 */
record Addressee(
        String ags,
        String name,
        int inhabitants,
        @Nullable UUID contactId,
        @Nullable Instant deliveredAt,
        @Nullable Instant receiptConfirmedAt,
        @Nullable LocalDate extensionUntil,
        @Nullable String extensionReason,
        @Nullable Instant remindedAt,
        @Nullable Answer answer) {

    boolean answered() {
        return answer != null;
    }

    /** The position that counts: given, and given on time. */
    @Nullable Position counted() {
        return answer == null || answer.late() ? null : answer.position();
    }

    DeliveryState state() {
        if (answer != null) {
            return answer.late() ? DeliveryState.LATE : DeliveryState.RECEIVED;
        }
        if (extensionUntil != null) {
            return DeliveryState.EXTENSION_REQUESTED;
        }
        if (receiptConfirmedAt != null) {
            return DeliveryState.RECEIPT_CONFIRMED;
        }
        return deliveredAt == null ? DeliveryState.SENT : DeliveryState.DELIVERED;
    }

    /** The statement that stands for a town at the moment. */
    record Answer(
            UUID statementId,
            Position position,
            String channel,
            Instant receivedAt,
            boolean late) {}
}
