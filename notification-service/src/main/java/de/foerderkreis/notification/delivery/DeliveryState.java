package de.foerderkreis.notification.delivery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a message stands. A lease is no state of its own: it lies in the mail queue beside a {@code
 * PENDING} message and ends by itself.
 */
public enum DeliveryState {
    /** Nobody holds the function yet; kept until somebody does. */
    WAITING_FOR_CONTACT,
    /** Due, or due again after a failure in which nothing was accepted. */
    PENDING,
    /** An attempt was committed; the mail server may have the message or not. */
    SENDING,
    /** The mail server accepted it, or it lies in the portal inbox. */
    SENT,
    /** The mail server refused it for good. */
    BOUNCED,
    /** Given up after the last retry. */
    GAVE_UP,
    /** Nobody knows whether it was accepted; never sent again by itself. */
    UNCLEAR,
    /** Not wanted, or no longer. */
    SUPPRESSED,
    /** Nobody came to hold the function in time. */
    EXPIRED,
    /** Lies ready for the daily digest its function chose. */
    COLLECTED,
    /** Went into a digest, which is a message of its own with its own life. */
    BUNDLED;

    /** The states this one may become. */
    public Set<DeliveryState> next() {
        return switch (this) {
            case WAITING_FOR_CONTACT -> EnumSet.of(PENDING, EXPIRED);
            case PENDING -> EnumSet.of(SENDING, WAITING_FOR_CONTACT, SUPPRESSED, COLLECTED);
            case SENDING -> EnumSet.of(SENT, PENDING, BOUNCED, GAVE_UP, UNCLEAR);
            // The process that sent it may report late; else only a person decides.
            case UNCLEAR -> EnumSet.of(PENDING, SENT, BOUNCED);
            case BOUNCED, GAVE_UP -> EnumSet.of(PENDING);
            case COLLECTED -> EnumSet.of(BUNDLED, SUPPRESSED);
            case SENT, SUPPRESSED, EXPIRED, BUNDLED -> EnumSet.noneOf(DeliveryState.class);
        };
    }

    /** The states that may become this one. */
    Set<DeliveryState> sources() {
        return Arrays.stream(values())
                .filter(it -> it.mayBecome(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DeliveryState.class)));
    }

    boolean mayBecome(DeliveryState state) {
        return next().contains(state);
    }

    /** Whether somebody should look after it. */
    public boolean needsAttention() {
        return switch (this) {
            case BOUNCED, GAVE_UP, UNCLEAR, EXPIRED -> true;
            case WAITING_FOR_CONTACT, PENDING, SENDING, SENT, SUPPRESSED, COLLECTED, BUNDLED ->
                    false;
        };
    }

    /** Whether a person may order another attempt. */
    public boolean mayBeResent() {
        return mayBecome(PENDING) && needsAttention();
    }
}
