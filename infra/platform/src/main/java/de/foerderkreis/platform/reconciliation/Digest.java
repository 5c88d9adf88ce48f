package de.foerderkreis.platform.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a service has published on one of its topics; as an event on {@code
 * foerderkreis.<service>.digest.v1}.
 *
 * @param service the producer
 * @param fullState whether each line is the newest state of its key
 * @param takenAt system time
 */
record Digest(String service, String topic, boolean fullState, Instant takenAt, List<Line> lines) {

    /**
     * One event.
     *
     * @param version {@code aggregateVersion} of a full state; absent otherwise
     */
    record Line(UUID id, String key, String type, Instant emittedAt, @Nullable Long version) {}

    static String topicOf(String service) {
        return "foerderkreis." + service + ".digest.v1";
    }

    /** The producer, which every topic names: {@code foerderkreis.<service>…}. */
    static String producerOf(String topic) {
        return topic.split("\\.")[1];
    }
}
