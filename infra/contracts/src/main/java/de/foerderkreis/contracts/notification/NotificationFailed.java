package de.foerderkreis.contracts.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * Published when a delivery ended without success or with an unclear outcome; key: the delivery.
 *
 * @param state {@code BOUNCED, EXPIRED, GAVE_UP, UNCLEAR}
 */
public record NotificationFailed(
        UUID deliveryId,
        UUID contactId,
        String causeType,
        String channel,
        String state,
        Instant endedAt,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.notification.v1";
}
