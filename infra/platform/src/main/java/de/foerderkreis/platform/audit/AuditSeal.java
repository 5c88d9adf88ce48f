package de.foerderkreis.platform.audit;

import java.util.UUID;

/**
 * A link of the chain.
 *
 * @param position counts from 1 without a gap
 * @param previous hash of the link before; of the first one, {@link #ORIGIN}
 * @param hash over position, entry and the link before
 */
record AuditSeal(long position, UUID entryId, String entryHash, String previous, String hash) {

    /** What stands before the first link. */
    static final String ORIGIN = "0".repeat(64);

    static AuditSeal next(long position, String previous, UUID entryId, String entryHash) {
        return new AuditSeal(
                position,
                entryId,
                entryHash,
                previous,
                hash(position, previous, entryId, entryHash));
    }

    static String hash(long position, String previous, UUID entryId, String entryHash) {
        return AuditHash.of(Long.toString(position), previous, entryId.toString(), entryHash);
    }
}
