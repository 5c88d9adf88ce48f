package de.foerderkreis.notification.delivery;

import java.util.UUID;

/**
 * A mail this process may work on until its lease ends.
 *
 * @param token whoever holds a newer one has taken over
 */
public record LeasedMail(UUID deliveryId, String district, UUID token) {}
