package de.foerderkreis.platform.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One reaction of a service to one topic. Declared as a bean; every event's effect commits together
 * with its inbox row, for the district of the event. Types without a handler are passed over.
 *
 * <p>Fact events are applied once each by id. On a topic of full states an older state than the one
 * last applied for its key is ignored as well, by {@code aggregateVersion}.
 */
public final class EventSubscription {

    private final String topic;
    private final String consumer;
    private final Map<String, Reaction<?>> reactions;
    private final @Nullable BiConsumer<String, EventMetadata> onTombstone;
    private final boolean fullState;

    private EventSubscription(Builder builder, String consumer) {
        this.topic = builder.topic;
        this.consumer = consumer;
        this.reactions = Map.copyOf(builder.reactions);
        this.onTombstone = builder.onTombstone;
        this.fullState = builder.fullState;
    }

    /** Begins a subscription to a topic. */
    public static Builder to(String topic) {
        return new Builder(topic);
    }

    /** The topic it reads. */
    public String topic() {
        return topic;
    }

    /** Its id: inbox key and Kafka group. */
    public String consumer() {
        return consumer;
    }

    /** Whether it takes events of this type in; an erasure has the type {@code Tombstone}. */
    public boolean takes(String type) {
        return type.equals(EventMetadata.ERASURE)
                ? onTombstone != null || fullState
                : reactions.containsKey(type);
    }

    @Nullable Reaction<?> reactionTo(String type) {
        return reactions.get(type);
    }

    @Nullable BiConsumer<String, EventMetadata> onTombstone() {
        return onTombstone;
    }

    /** Whether every event of its topic is the full state of its key. */
    public boolean isFullState() {
        return fullState;
    }

    record Reaction<E>(Class<E> type, BiConsumer<E, EventMetadata> handler) {}

    /** Collects the parts of a subscription. */
    public static final class Builder {

        private final String topic;
        private final Map<String, Reaction<?>> reactions = new LinkedHashMap<>();
        private @Nullable String consumer;
        private @Nullable BiConsumer<String, EventMetadata> onTombstone;
        private boolean fullState;

        private Builder(String topic) {
            this.topic = topic;
        }

        /**
         * Names the consumer, {@code <service>.<reaction>}: inbox key and Kafka group. Never change
         * it later.
         */
        public Builder as(String consumer) {
            this.consumer = consumer;
            return this;
        }

        /** Handles the events whose type is the simple name of this class. */
        public <E> Builder on(Class<E> type, BiConsumer<E, EventMetadata> handler) {
            if (reactions.put(type.getSimpleName(), new Reaction<>(type, handler)) != null) {
                throw new IllegalArgumentException("Two handlers for " + type.getSimpleName());
            }
            return this;
        }

        /** Handles the erasure of a key. */
        public Builder onTombstone(BiConsumer<String, EventMetadata> handler) {
            this.onTombstone = handler;
            return this;
        }

        /** Marks a topic whose every event is the full state of its key. */
        public Builder fullState() {
            this.fullState = true;
            return this;
        }

        /** Completes the subscription. */
        public EventSubscription build() {
            var name = consumer;
            if (name == null || (reactions.isEmpty() && onTombstone == null)) {
                throw new IllegalStateException(
                        "A subscription to " + topic + " needs a consumer id and a handler");
            }
            return new EventSubscription(this, name);
        }
    }
}
