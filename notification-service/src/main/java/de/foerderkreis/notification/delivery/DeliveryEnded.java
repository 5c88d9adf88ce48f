package de.foerderkreis.notification.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail came to an end for now; listeners work in the same transaction.
 *
 * @param linkId one-time link that went with it
 */
public record DeliveryEnded(UUID deliveryId, DeliveryState state, @Nullable UUID linkId) {}
