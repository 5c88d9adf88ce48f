package de.foerderkreis.platform.demo;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** This service has run every deadline up to an instant. */
record ClockReached(
        UUID moveId,
        String service,
        Instant now,
        @Nullable Instant nextDue,
        long aggregateVersion) {

    static final String TOPIC = "foerderkreis.clock.reached.v1";
}
