package de.foerderkreis.platform.outbox;

/**
 * Proof that this transaction holds the lock on the row an event's key names; only {@link Roots}
 * hands it out.
 */
public final class LockedRoot {

    private final String table;
    private final String key;
    private final long version;

    LockedRoot(String table, String key, long version) {
        this.table = table;
        this.key = key;
        this.version = version;
    }

    public String table() {
        return table;
    }

    /** Id of the locked row, the key of its events unless another is given. */
    public String key() {
        return key;
    }

    /**
     * Counts the locks ever taken on the row; put it into the event as {@code aggregateVersion}.
     */
    public long version() {
        return version;
    }
}
