package de.foerderkreis.stakeholder.body;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.reference.CaseThreads;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a body its phases, and lets the planned ones hold once their council has resolved. */
@Service
class Mandates {

    private final BodyRecords bodies;
    private final MandateRecords records;
    private final CaseThreads threads;
    private final Audit audit;

    Mandates(BodyRecords bodies, MandateRecords records, CaseThreads threads, Audit audit) {
        this.bodies = bodies;
        this.records = records;
        this.threads = threads;
        this.audit = audit;
    }

    /**
     * Gives a phase. A conditional one stays planned until its council resolves on or after the day
     * it was given; a resolution known already counts.
     */
    @Transactional
    Mandate give(
            UUID bodyId,
            UUID caseId,
            int phase,
            String text,
            LocalDate grantedOn,
            Mandate.@Nullable Council awaits) {
        // The resolution's event takes the same lock: it finds the mandate, or the mandate finds
        // it.
        threads.lock(caseId);
        bodies.require(bodyId);
        var since =
                awaits == null
                        ? grantedOn
                        : records.resolvedSince(caseId, awaits, grantedOn).orElse(null);
        var mandate =
                new Mandate(
                        Ids.next(), bodyId, caseId, phase, text.strip(), grantedOn, awaits, since);
        if (!records.insert(mandate)) {
            throw Problem.invalid("phase", "mandate-phase-given", phase);
        }
        audit.record("body.mandated", "body", bodyId.toString(), null, mandate, null);
        return mandate;
    }

    @Transactional
    void resolved(UUID resolutionId, UUID caseId, String council, LocalDate decidedOn) {
        threads.lock(caseId);
        records.keepResolution(resolutionId, caseId, council, decidedOn);
        records.lockAwaiting(caseId, council, decidedOn)
                .forEach(planned -> {
                    var active = planned.since(decidedOn);
                    records.activate(active);
                    audit.record(
                            "body.mandate-activated",
                            "body",
                            planned.bodyId().toString(),
                            planned,
                            active,
                            null);
                });
    }
}
