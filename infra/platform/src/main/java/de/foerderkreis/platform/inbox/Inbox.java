package de.foerderkreis.platform.inbox;

import de.foerderkreis.platform.outbox.EventJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies an event once, inside the transaction of the caller. */
class Inbox {

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Remembers an event unless it is known or an earlier one of its key waits among the dead
     * letters.
     */
    boolean admit(String consumer, EventMetadata event) {
        return jdbc.sql(
                                """
                                insert into inbox (consumer, event_id)
                                select ?, ? where not exists (select 1 from dead_letter where consumer = ? and key = ?)
                                on conflict do nothing
                                """)
                        .params(consumer, event.id(), consumer, event.key())
                        .update()
                == 1;
    }

    /** Remembers an event unless it is known. */
    boolean firstTime(String consumer, EventMetadata event) {
        return jdbc.sql(
                                "insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing")
                        .params(consumer, event.id())
                        .update()
                == 1;
    }

    boolean knows(String consumer, EventMetadata event) {
        return jdbc.sql("select exists (select 1 from inbox where consumer = ? and event_id = ?)")
                .params(consumer, event.id())
                .query(Boolean.class)
                .single();
    }

    /** Runs the reaction to an event. */
    void apply(EventSubscription subscription, Envelope envelope) {
        var event = envelope.metadata();
        var payload = envelope.payload();
        if (payload == null) {
            erase(subscription, event);
            return;
        }
        var reaction = subscription.reactionTo(event.type());
        if (reaction != null
                && (!subscription.isFullState() || isNewer(subscription, event, payload))) {
            react(reaction, event, payload);
        }
    }

    private void erase(EventSubscription subscription, EventMetadata event) {
        if (subscription.isFullState()) {
            jdbc.sql("delete from inbox_version where consumer = ? and topic = ? and key = ?")
                    .params(subscription.consumer(), event.topic(), event.key())
                    .update();
        }
        var handler = subscription.onTombstone();
        if (handler != null) {
            handler.accept(event.key(), event);
        }
    }

    private static <E> void react(
            EventSubscription.Reaction<E> reaction, EventMetadata event, String payload) {
        reaction.handler().accept(EventJson.read(payload, reaction.type()), event);
    }

    private boolean isNewer(EventSubscription subscription, EventMetadata event, String payload) {
        var version = EventJson.tree(payload).path("aggregateVersion");
        if (!version.isIntegralNumber()) {
            throw new IllegalArgumentException(
                    "A full state needs an aggregateVersion: " + event.type());
        }
        return jdbc.sql(
                                """
                                insert into inbox_version as known (consumer, topic, key, version) values (?, ?, ?, ?)
                                on conflict (consumer, topic, key) do update set version = excluded.version
                                    where known.version < excluded.version
                                """)
                        .params(
                                subscription.consumer(),
                                event.topic(),
                                event.key(),
                                version.asLong())
                        .update()
                == 1;
    }
}
