package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the head of every district's chain. */
class AuditHeads {

    static final String JOB = "audit-heads";

    private static final Logger log = LoggerFactory.getLogger(AuditHeads.class);

    private final String service;
    private final Clock clock;
    private final TechnicalDatabase database;
    private final Roots roots;
    private final Outbox outbox;

    AuditHeads(
            String service, Clock clock, TechnicalDatabase database, Roots roots, Outbox outbox) {
        this.service = service;
        this.clock = clock;
        this.database = database;
        this.roots = roots;
        this.outbox = outbox;
    }

    /** Inside a transaction: appends the heads as they are now. */
    void publish(LocalDate day) {
        var root = roots.lock("technical_job", "id", JOB);
        var heads = heads(day);
        for (var head : heads) {
            Tenancy.run(
                    head.district(),
                    () -> outbox.append(root, AuditHead.TOPIC, head.chain(), head));
        }
        log.info("Heads of {} audit chains published", heads.size());
    }

    private List<AuditHead> heads(LocalDate day) {
        var now = clock.instant();
        return database.jdbc()
                .sql(
                        """
                        select distinct on (district) district, position, hash from audit_seal
                        order by district, position desc
                        """)
                .query((row, number) ->
                        new AuditHead(
                                service,
                                row.getString("district"),
                                day,
                                row.getLong("position"),
                                row.getString("hash"),
                                now))
                .list();
    }
}
