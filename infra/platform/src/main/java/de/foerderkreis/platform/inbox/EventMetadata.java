package de.foerderkreis.platform.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event's envelope says.
 *
 * @param id the same however often the event is delivered
 * @param type simple name of the event's record; {@code Tombstone} for an erasure
 * @param district five digits, or {@code -} for a technical event of no district
 * @param time business instant of the change
 * @param causation id of the event that led to this one
 */
public record EventMetadata(
        UUID id,
        String type,
        String topic,
        String key,
        String district,
        Instant time,
        @Nullable String causation,
        @Nullable String traceparent) {

    /** Type of an event without content, which erases its key. */
    public static final String ERASURE = "Tombstone";
}
