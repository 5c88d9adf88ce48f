package de.foerderkreis.stakeholder.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round as its reader may see it: the district with every addressee, a town with its own row
 * alone and without the others' progress.
 *
 * @param endsAt the first instant that is too late
 * @param received towns that answered in time; absent for a town
 * @param own the reader's own row; absent for the district
 * @param conceptionVersion version of the conception the towns judge, absent if none
 * @param demo whether positions are invented
 */
record RoundView(
        UUID id,
        UUID caseId,
        @Nullable String caseTitle,
        String title,
        RoundKind kind,
        AgreementMode agreementMode,
        SilenceMeans silenceMeans,
        RoundStatus status,
        @Nullable LocalDate sentOn,
        LocalDate dueOn,
        Instant endsAt,
        List<Integer> reminderDaysBefore,
        List<LocalDate> remindersOn,
        int remindersSent,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        int asked,
        @Nullable Integer received,
        @Nullable Integer late,
        @Nullable Integer supplements,
        @Nullable Integer outstanding,
        List<HintView> hints,
        List<AddresseeView> addressees,
        @Nullable AddresseeView own,
        @Nullable Integer conceptionVersion,
        long version,
        boolean demo) {

    /** Something to know about the due day, in the reader's language. */
    record HintView(String code, String message) {}

    /** One municipality asked. */
    record AddresseeView(
            String ags,
            String name,
            int inhabitants,
            DeliveryState state,
            @Nullable Instant deliveredAt,
            @Nullable Instant receiptConfirmedAt,
            @Nullable LocalDate extensionUntil,
            @Nullable String extensionReason,
            @Nullable String extensionDecision,
            @Nullable LocalDate extensionGrantedUntil,
            @Nullable String extensionDecisionReason,
            @Nullable LocalDate supplementUntil,
            @Nullable String supplementReason,
            @Nullable Instant supplementedAt,
            @Nullable Instant remindedAt,
            @Nullable UUID statementId,
            @Nullable String position,
            @Nullable String channel,
            @Nullable Instant receivedAt,
            boolean late) {

        static AddresseeView of(Addressee addressee) {
            var answer = addressee.answer();
            var wish = addressee.moreTime();
            var decision = wish == null ? null : wish.decision();
            var reservation = addressee.reservation();
            return new AddresseeView(
                    addressee.ags(),
                    addressee.name(),
                    addressee.inhabitants(),
                    addressee.state(),
                    addressee.deliveredAt(),
                    addressee.receiptConfirmedAt(),
                    wish == null ? null : wish.until(),
                    wish == null ? null : wish.reason(),
                    decision == null ? null : decision.name(),
                    wish == null ? null : wish.grantedUntil(),
                    wish == null ? null : wish.decisionReason(),
                    reservation == null ? null : reservation.until(),
                    reservation == null ? null : reservation.reason(),
                    addressee.supplementedAt(),
                    addressee.remindedAt(),
                    answer == null ? null : answer.statementId(),
                    answer == null ? null : answer.position().name(),
                    answer == null ? null : answer.channel(),
                    answer == null ? null : answer.receivedAt(),
                    answer != null && answer.late());
        }
    }
}
