package de.foerderkreis.stakeholder.reference;

import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Roots;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks what stands here for a case, so that events keyed by the case leave in commit order. The
 * case itself belongs to another service, and its own announcement may still be on the way.
 */
@Component
public class CaseThreads {

    private final JdbcClient db;
    private final Roots roots;

    CaseThreads(JdbcClient db, Roots roots) {
        this.db = db;
        this.roots = roots;
    }

    /** Locks the case until the end of the transaction; there must be one. */
    public LockedRoot lock(UUID caseId) {
        db.sql("insert into case_thread (id) values (?) on conflict do nothing")
                .param(caseId)
                .update();
        return roots.lock("case_thread", caseId);
    }
}
