package de.foerderkreis.notification.template;

import java.util.Arrays;
import java.util.Optional;

/**
 * Everything a person can be told of.
 *
 * <p>What is told by duty (statutory notices, domain rules on notification) reaches its function
 * even where mail was switched off.
 */
public enum Notice {
    CONSULTATION_OPENED(Duty.STATUTORY, Target.STATEMENT),
    CONSULTATION_REMINDER(Duty.STATUTORY, Target.STATEMENT),
    CONSULTATION_EXTENDED(Duty.STATUTORY, Target.STATEMENT),
    CONSULTATION_CLOSED(Duty.OPTIONAL, Target.ROUND),
    STATEMENT_RECEIVED(Duty.OPTIONAL, Target.ROUND),
    STATEMENT_LATE(Duty.OPTIONAL, Target.ROUND),
    STATEMENT_RECEIPT(Duty.OPTIONAL, Target.STATEMENT),
    APPLICATION_SUBMITTED(Duty.OPTIONAL, Target.CASE),
    APPLICATION_DECIDED(Duty.OPTIONAL, Target.CASE),
    RESOLUTION_ADOPTED(Duty.OPTIONAL, Target.CASE),
    /** A town asked for more time; it has to know the answer. */
    EXTENSION_DECIDED(Duty.STATUTORY, Target.STATEMENT),
    REASONS_CODED(Duty.OPTIONAL, Target.STATEMENT),
    SYNOPSIS_RELEASED(Duty.OPTIONAL, Target.ROUND),
    TASK_OPENED(Duty.OPTIONAL, Target.PAGE),
    /** A task lies longer than its day; told to the function after the one it is for. */
    TASK_OVERDUE(Duty.OPTIONAL, Target.PAGE),
    /** Brings a partner the one-time link by which it confirms its cooperation. */
    COOPERATION_INVITATION(Duty.SERVICE, Target.LINK),
    /** Asks a partner whether it really wants what somebody entered for it. */
    SUBSCRIPTION_CONFIRMATION(Duty.SERVICE, Target.LINK),
    /** Brings a new link after the old one expired or was used. */
    SUBSCRIPTION_LINK(Duty.SERVICE, Target.LINK),
    /** Everything of a day in one mail, for a function that chose it. */
    DAILY_DIGEST(Duty.SERVICE, Target.LINK);

    private final Duty duty;
    private final Target target;

    Notice(Duty duty, Target target) {
        this.duty = duty;
        this.target = target;
    }

    /** Whether an opt-out is ignored. */
    public boolean isMandatory() {
        return duty == Duty.STATUTORY;
    }

    /**
     * Whether a function may choose to have this by mail or not; the mails of the opt-in itself are
     * no choice.
     */
    public boolean isChoice() {
        return duty != Duty.SERVICE;
    }

    /**
     * Whether its mail may wait for the morning or for a digest. What belongs to the procedure and
     * its deadlines may not, nor the receipt of somebody who just handed something in.
     */
    public boolean canWait() {
        return duty == Duty.OPTIONAL && this != STATEMENT_RECEIPT;
    }

    /** Whether a partner may subscribe to it; the subscription names event types by these names. */
    public boolean isOpenToPartners() {
        return switch (this) {
            case CONSULTATION_OPENED,
                    CONSULTATION_CLOSED,
                    APPLICATION_SUBMITTED,
                    APPLICATION_DECIDED,
                    RESOLUTION_ADOPTED ->
                    true;
            case CONSULTATION_REMINDER,
                    CONSULTATION_EXTENDED,
                    STATEMENT_RECEIVED,
                    STATEMENT_LATE,
                    STATEMENT_RECEIPT,
                    EXTENSION_DECIDED,
                    REASONS_CODED,
                    SYNOPSIS_RELEASED,
                    TASK_OPENED,
                    TASK_OVERDUE,
                    COOPERATION_INVITATION,
                    SUBSCRIPTION_CONFIRMATION,
                    SUBSCRIPTION_LINK,
                    DAILY_DIGEST ->
                    false;
        };
    }

    /**
     * The notice a partner's subscription names, if partners may have it.
     *
     * @param eventType as the event is called, {@code ConsultationOpened}, or as the notice, {@code
     *     CONSULTATION_OPENED}
     */
    public static Optional<Notice> subscribable(String eventType) {
        var wanted = eventType.replace("_", "");
        return Arrays.stream(values())
                .filter(Notice::isOpenToPartners)
                .filter(it -> it.name().replace("_", "").equalsIgnoreCase(wanted))
                .findFirst();
    }

    Target target() {
        return target;
    }

    private enum Duty {
        STATUTORY,
        OPTIONAL,
        SERVICE
    }

    enum Target {
        STATEMENT,
        ROUND,
        CASE,
        PAGE,
        LINK
    }
}
