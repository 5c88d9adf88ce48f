package de.foerderkreis.application.submission;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.contracts.application.ApplicationReviewRequested;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inside the house: drafted by the clerk, looked at by a second pair of eyes. */
@Service
@Transactional
class Drafting {

    private final Applications applications;
    private final ApplicationLedger ledger;
    private final Cases cases;
    private final Programmes programmes;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    Drafting(
            Applications applications,
            ApplicationLedger ledger,
            Cases cases,
            Programmes programmes,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.applications = applications;
        this.ledger = ledger;
        this.cases = cases;
        this.programmes = programmes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    UUID draft(UUID caseId, int stage) {
        cases.lock(caseId);
        var file = cases.require(caseId);
        var rule =
                programmes
                        .require(file.programmeCode())
                        .stage(stage)
                        .orElseThrow(() -> Problem.invalid("stage", "unknown-stage", stage));
        var predecessor = applications.latest(caseId, stage);
        if (predecessor.filter(it -> it.status().active()).isPresent()) {
            throw active(stage);
        }
        for (int earlier : rule.prerequisites()) {
            var before = applications.latest(caseId, earlier).orElse(null);
            if (before == null || !before.status().approved()) {
                throw Problem.conflict("stage-1-not-approved", Stage1Reason.of(before))
                        .with("stage1Status", before == null ? "NONE" : before.status().name());
            }
        }
        var draft =
                FundingApplication.draft(
                        caseId,
                        stage,
                        predecessor
                                .filter(it -> it.status() == ApplicationStatus.REJECTED)
                                .map(FundingApplication::id)
                                .orElse(null),
                        Callers.require().subject());
        try {
            applications.insert(draft, clock.now());
        } catch (DuplicateKeyException overtaken) {
            throw active(stage);
        }
        ledger.addStep(draft, clock.today(), null);
        audit.record(
                "application.drafted",
                "application",
                draft.id().toString(),
                null,
                Map.of("stage", stage),
                null);
        return draft.id();
    }

    void write(UUID caseId, UUID id, long version, String coverNote) {
        var held = ledger.hold(caseId, id, version);
        ledger.take(
                held,
                "written",
                clock.today(),
                null,
                it -> it.write(coverNote.strip(), Callers.require().subject()));
    }

    void submitForReview(UUID caseId, UUID id, long version) {
        var held = ledger.hold(caseId, id, version);
        ledger.take(
                held,
                "review-requested",
                clock.today(),
                null,
                it -> it.submitForReview(Callers.require().subject()));
        outbox.append(
                held.root(),
                ApplicationReviewRequested.TOPIC,
                new ApplicationReviewRequested(
                        caseId,
                        id,
                        held.application().stage(),
                        clock.today(),
                        held.root().version()));
    }

    void approve(UUID caseId, UUID id, long version, @Nullable String note) {
        ledger.take(
                ledger.hold(caseId, id, version),
                "approved-internally",
                clock.today(),
                note,
                it -> it.approveInternally(Callers.require().subject()));
    }

    void sendBack(UUID caseId, UUID id, long version, @Nullable String reason) {
        var held = ledger.hold(caseId, id, version);
        ledger.take(
                held,
                "sent-back",
                clock.today(),
                ApplicationLedger.reason(reason),
                FundingApplication::sendBack);
    }

    private static Problem active(int stage) {
        return Problem.conflict("active-application-exists", stage);
    }
}
