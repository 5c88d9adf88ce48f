package de.foerderkreis.contracts.clock;

import java.time.Instant;
import java.util.UUID;

/**
 * The demo clock was moved; key: {@code clock}. Exists in profile demo only.
 *
 * @param now the business instant that holds from here on
 */
public record ClockMoved(UUID moveId, Instant now, long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.clock.v1";
}
