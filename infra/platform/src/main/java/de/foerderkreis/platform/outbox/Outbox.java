package de.foerderkreis.platform.outbox;

/**
 * Takes events into the current transaction; there must be one. They reach Kafka after its commit,
 * per key in commit order.
 */
public interface Outbox {

    /** Appends an event under the key of its root; its type is the simple name of its class. */
    void append(LockedRoot root, String topic, Object event);

    /** Appends an event under another key that the locked root stands for. */
    void append(LockedRoot root, String topic, String key, Object event);

    /** Appends the erasure of a key on a compacted topic. */
    void tombstone(LockedRoot root, String topic, String key);
}
