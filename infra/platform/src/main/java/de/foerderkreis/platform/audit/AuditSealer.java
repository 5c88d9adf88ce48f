package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.persistence.TechnicalDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chains the entries no seal covers yet, once a second, in one instance at a time. A chain inside
 * the transactions of the users would make them wait for one another.
 */
class AuditSealer {

    private static final int LOCK_CLASS = 0x666b6175;
    private static final int BATCH = 1000;

    private final TechnicalDatabase database;

    AuditSealer(TechnicalDatabase database) {
        this.database = database;
    }

    /** Seals until nothing is left. */
    void seal() {
        while (waiting() && sealBatch() == BATCH) {
            // A long tail is sealed in several transactions.
            continue;
        }
    }

    private boolean waiting() {
        return database.jdbc()
                .sql("select exists (select 1 from audit_unsealed)")
                .query(Boolean.class)
                .single();
    }

    private int sealBatch() {
        var sealed = database.transactions().execute(status -> lock() ? chain(unsealed()) : 0);
        return sealed == null ? 0 : sealed;
    }

    private boolean lock() {
        return database.jdbc()
                .sql("select pg_try_advisory_xact_lock(?, 0)")
                .param(LOCK_CLASS)
                .query(Boolean.class)
                .single();
    }

    private List<AuditEntry> unsealed() {
        return database.jdbc()
                .sql(
                        "select "
                                + AuditEntry.COLUMNS
                                + " from audit_unsealed u join audit_entry e on e.id = u.entry_id order by u.seq limit "
                                + BATCH)
                .query((row, number) -> AuditEntry.of(row))
                .list();
    }

    private int chain(List<AuditEntry> entries) {
        Map<String, AuditSeal> heads = new HashMap<>();
        var done = new ArrayList<Long>();
        for (var entry : entries) {
            var head =
                    heads.containsKey(entry.district())
                            ? heads.get(entry.district())
                            : head(entry.district());
            var seal =
                    AuditSeal.next(
                            head == null ? 1 : head.position() + 1,
                            head == null ? AuditSeal.ORIGIN : head.hash(),
                            entry.id(),
                            entry.hash());
            database.jdbc()
                    .sql(
                            "insert into audit_seal (district, position, entry_id, entry_hash, previous, hash) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            entry.district(),
                            seal.position(),
                            seal.entryId(),
                            seal.entryHash(),
                            seal.previous(),
                            seal.hash())
                    .update();
            heads.put(entry.district(), seal);
            done.add(entry.seq());
        }
        database.jdbc()
                .sql("delete from audit_unsealed where seq = any(?)")
                .param(done.toArray(Long[]::new))
                .update();
        return entries.size();
    }

    private @org.jspecify.annotations.Nullable AuditSeal head(String district) {
        return database.jdbc()
                .sql(
                        """
                        select position, entry_id, entry_hash, previous, hash from audit_seal
                        where district = ? order by position desc limit 1
                        """)
                .param(district)
                .query(AuditSeal.class)
                .optional()
                .orElse(null);
    }
}
