package de.foerderkreis.application.council;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what the bodies decided; an adopted resolution needs its document and is announced. */
@Service
@Transactional
class ResolutionRegister implements CouncilRecord {

    private final Resolutions resolutions;
    private final Cases cases;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    ResolutionRegister(
            Resolutions resolutions, Cases cases, Outbox outbox, Audit audit, BusinessClock clock) {
        this.resolutions = resolutions;
        this.cases = cases;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Resolution> of(UUID caseId) {
        cases.require(caseId);
        return resolutions.of(caseId);
    }

    Resolution record(
            UUID caseId,
            Body body,
            LocalDate decidedOn,
            Outcome outcome,
            String subject,
            @Nullable String documentSha256) {
        var root = cases.lock(caseId);
        var errors = new ArrayList<FieldError>();
        if (decidedOn.isAfter(clock.today())) {
            errors.add(FieldError.of("decidedOn", "future-date"));
        }
        if (documentSha256 == null) {
            if (outcome.adopted()) {
                errors.add(FieldError.of("documentSha256", "adopted-without-document"));
            }
        } else if (!cases.holds(caseId, documentSha256)) {
            errors.add(FieldError.of("documentSha256", "unknown-document"));
        }
        if (errors.size() == 1) {
            throw Problem.invalid(errors.getFirst().field(), errors.getFirst().code());
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        var resolution =
                new Resolution(
                        Ids.next(),
                        caseId,
                        body,
                        decidedOn,
                        outcome,
                        subject.strip(),
                        documentSha256);
        resolutions.insert(resolution, clock.now());
        if (outcome.adopted()) {
            outbox.append(
                    root,
                    ResolutionAdopted.TOPIC,
                    new ResolutionAdopted(
                            caseId,
                            resolution.id(),
                            body.name(),
                            decidedOn,
                            outcome.name(),
                            root.version()));
        }
        audit.record(
                "resolution.recorded",
                "resolution",
                resolution.id().toString(),
                null,
                resolution,
                null);
        return resolution;
    }
}
