package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.clock.BusinessClock;
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
 * @param moreTime its wish for more time, absent while it has none
 * @param reservation the supplement it announced, absent while it has announced none
 * @param supplementedAt when such a supplement came last
 * @param answer what stands for it, absent while nothing arrived
 */
record Addressee(
        String ags,
        String name,
        int inhabitants,
        @Nullable UUID contactId,
        @Nullable Instant deliveredAt,
        @Nullable Instant receiptConfirmedAt,
        @Nullable MoreTime moreTime,
        @Nullable Reservation reservation,
        @Nullable Instant supplementedAt,
        @Nullable Instant remindedAt,
        @Nullable Answer answer) {

    static Addressee asked(String ags, String name, int inhabitants, @Nullable UUID contactId) {
        return new Addressee(
                ags, name, inhabitants, contactId, null, null, null, null, null, null, null);
    }

    boolean answered() {
        return answer != null;
    }

    /** Whether it was given more time of its own than everybody else has. */
    boolean hasTimeBeyond(LocalDate dueOn) {
        var granted = moreTime == null ? null : moreTime.grantedUntil();
        return granted != null && granted.isAfter(dueOn);
    }

    /** Its last day: the round's, or its own where it was given more time. */
    LocalDate lastDay(ConsultationRound round) {
        var granted = moreTime == null ? null : moreTime.grantedUntil();
        return granted != null && granted.isAfter(round.dueOn()) ? granted : round.dueOn();
    }

    /** The first instant too late for this town. */
    Instant endsAt(ConsultationRound round) {
        return BusinessClock.endOf(lastDay(round));
    }

    /** The position that counts: given, and given on time. */
    @Nullable Position counted() {
        return answer == null || answer.late() || answer.supplement() ? null : answer.position();
    }

    DeliveryState state() {
        if (answer != null) {
            return answer.supplement()
                    ? DeliveryState.SUPPLEMENT
                    : answer.late() ? DeliveryState.LATE : DeliveryState.RECEIVED;
        }
        if (moreTime != null && moreTime.decision() == null) {
            return DeliveryState.EXTENSION_REQUESTED;
        }
        if (moreTime != null && moreTime.grantedUntil() != null) {
            return DeliveryState.EXTENSION_GRANTED;
        }
        if (receiptConfirmedAt != null) {
            return DeliveryState.RECEIPT_CONFIRMED;
        }
        return deliveredAt == null ? DeliveryState.SENT : DeliveryState.DELIVERED;
    }

    /**
     * A wish for more time and what became of it.
     *
     * @param until last day the town wishes for
     * @param decision absent while nobody decided
     * @param grantedUntil last day it was given, absent unless granted
     * @param decisionReason what the district said
     */
    record MoreTime(
            LocalDate until,
            String reason,
            @Nullable Decision decision,
            @Nullable LocalDate grantedUntil,
            @Nullable String decisionReason) {}

    enum Decision {
        GRANTED,
        REFUSED
    }

    /**
     * The council is still to decide; what it decides follows as an announced supplement.
     *
     * @param until last day on which that supplement is no late reply
     */
    record Reservation(LocalDate until, String reason) {}

    /**
     * The statement that stands for a town at the moment.
     *
     * @param supplement whether it came after the deadline as announced
     */
    record Answer(
            UUID statementId,
            Position position,
            String channel,
            Instant receivedAt,
            boolean late,
            boolean supplement) {}
}
