package de.foerderkreis.contracts.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * Published when a delivery was accepted by its channel; key: the delivery. No address, no name.
 */
public record NotificationSent(
        UUID deliveryId,
        UUID contactId,
        String causeType,
        String channel,
        Instant sentAt,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.notification.v1";
}
