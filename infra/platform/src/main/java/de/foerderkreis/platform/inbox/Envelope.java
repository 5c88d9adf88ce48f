package de.foerderkreis.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvents message as it lies in Kafka, or as it waits among the dead letters.
 *
 * @param payload JSON; absent for a tombstone
 */
record Envelope(
        EventMetadata metadata,
        int partition,
        long offset,
        Map<String, String> headers,
        @Nullable String payload) {

    static Envelope of(ConsumerRecord<String, String> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new Envelope(
                metadata(
                        message.topic(),
                        message.key(),
                        message.partition(),
                        message.offset(),
                        headers),
                message.partition(),
                message.offset(),
                headers,
                message.value());
    }

    static Envelope of(
            String topic,
            String key,
            int partition,
            long offset,
            Map<String, String> headers,
            @Nullable String payload) {
        return new Envelope(
                metadata(topic, key, partition, offset, headers),
                partition,
                offset,
                headers,
                payload);
    }

    /**
     * A message without a proper id still needs one that stays the same: its place in the topic.
     */
    private static EventMetadata metadata(
            String topic,
            @Nullable String key,
            int partition,
            long offset,
            Map<String, String> headers) {
        var place = "%s/%d/%d".formatted(topic, partition, offset);
        return new EventMetadata(
                id(headers.get("ce_id"), place),
                headers.getOrDefault("ce_type", ""),
                topic,
                key == null ? place : key,
                headers.getOrDefault("district", "-"),
                time(headers.get("ce_time")),
                headers.get("causationid"),
                headers.get("traceparent"));
    }

    private static UUID id(@Nullable String text, String place) {
        if (text != null) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant time(@Nullable String text) {
        try {
            return text == null ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
