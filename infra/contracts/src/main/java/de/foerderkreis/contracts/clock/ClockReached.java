package de.foerderkreis.contracts.clock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service has run every deadline up to the clock's instant; key: the service.
 *
 * @param nextDue when the next deadline of this service falls due
 */
public record ClockReached(
        UUID moveId,
        String service,
        Instant now,
        @Nullable Instant nextDue,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.clock.reached.v1";
}
