package de.foerderkreis.application.submission;

import de.foerderkreis.application.dossier.DossierFreezing;
import de.foerderkreis.application.fundingcase.CaseStatus;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.contracts.application.ApplicationSubmitted;
import de.foerderkreis.platform.audit.AuditQuery;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands an application in: asks every guard, freezes what it stands on, announces it. */
@Service
class Submission {

    private final Applications applications;
    private final ApplicationLedger ledger;
    private final GroundsFinder grounds;
    private final DossierFreezing dossiers;
    private final AuditQuery trail;
    private final Cases cases;
    private final Outbox outbox;
    private final BusinessClock clock;

    Submission(
            Applications applications,
            ApplicationLedger ledger,
            GroundsFinder grounds,
            DossierFreezing dossiers,
            AuditQuery trail,
            Cases cases,
            Outbox outbox,
            BusinessClock clock) {
        this.applications = applications;
        this.ledger = ledger;
        this.grounds = grounds;
        this.dossiers = dossiers;
        this.trail = trail;
        this.cases = cases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Submits irrevocably; the dossier that goes out with it is frozen in the same moment.
     *
     * @param submittedOn day it left the house; today where absent
     */
    @Transactional
    void submit(UUID caseId, UUID id, long version, @Nullable LocalDate submittedOn) {
        var held = ledger.hold(caseId, id, version);
        var application = held.application();
        var day = ledger.day("submittedOn", submittedOn, null);
        ledger.take(held, "submitted", day, null, it -> it.submit(day));
        var basis = grounds.gather(application, day);
        var findings =
                SubmissionGuard.of(application.stage()).stream()
                        .flatMap(guard -> guard.check(basis).stream())
                        .toList();
        if (!findings.isEmpty()) {
            // Rolls back the step above: nothing of a refused submission stays.
            throw Problem.unprocessable("submission-guard-failed", findings.size())
                    .withErrors(findings);
        }
        var dossier = dossiers.freeze(caseId);
        var snapshot = Snapshot.of(basis, dossier.sha256(), trail.head().orElse(null));
        applications.freeze(id, snapshot, dossier, clock.now());
        cases.advance(
                held.root(), application.stage() == 1 ? CaseStatus.STAGE_1 : CaseStatus.STAGE_2);
        outbox.append(
                held.root(),
                ApplicationSubmitted.TOPIC,
                new ApplicationSubmitted(
                        caseId,
                        id,
                        application.stage(),
                        basis.programme().stage(application.stage()).orElseThrow().authority(),
                        basis.file().fileReference(),
                        day,
                        snapshot.sha256(),
                        held.root().version()));
    }
}
