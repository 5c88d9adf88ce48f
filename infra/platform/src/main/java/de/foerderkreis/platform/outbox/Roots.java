package de.foerderkreis.platform.outbox;

import java.util.UUID;

/**
 * Locks the row an event's key names, before anything is changed, also when only a child changes:
 * so outbox order is commit order. The table needs {@code event_version bigint not null default 0}.
 */
public interface Roots {

    /** Locks the row with this {@code id}; a missing or foreign row is {@code Problem.notFound}. */
    LockedRoot lock(String table, UUID id);

    /**
     * Locks the row whose {@code idColumn} has this value; a missing or foreign row is {@code
     * Problem.notFound}.
     */
    LockedRoot lock(String table, String idColumn, String id);
}
