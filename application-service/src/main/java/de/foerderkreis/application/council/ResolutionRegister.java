package de.foerderkreis.application.council;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what the bodies decided; an adopted resolution needs its document and is announced. */
@Service
@Transactional
class ResolutionRegister {

    private final Resolutions resolutions;
    private final Cases cases;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher modules;

    ResolutionRegister(
            Resolutions resolutions,
            Cases cases,
            Outbox outbox,
            Audit audit,
            BusinessClock clock,
            ApplicationEventPublisher modules) {
        this.resolutions = resolutions;
        this.cases = cases;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.modules = modules;
    }

    @Transactional(readOnly = true)
    List<Resolution> of(UUID caseId) {
        cases.require(caseId);
        return resolutions.of(caseId);
    }

    Resolution record(
            UUID caseId,
            Body body,
            LocalDate decidedOn,
            Outcome outcome,
            String subject,
            @Nullable String documentSha256,
            @Nullable Resolves resolves) {
        var root = cases.lock(caseId);
        var errors = new ArrayList<FieldError>();
        if (decidedOn.isAfter(clock.today())) {
            errors.add(FieldError.of("decidedOn", "future-date"));
        }
        checkDocument(caseId, outcome, documentSha256, errors);
        refuse(errors);
        return enter(
                root,
                caseId,
                body,
                decidedOn,
                outcome,
                subject,
                documentSha256,
                resolves == null ? Resolution.usual(body) : resolves);
    }

    /** Stores and announces a resolution of a locked case whose fields were checked. */
    Resolution enter(
            LockedRoot root,
            UUID caseId,
            Body body,
            LocalDate decidedOn,
            Outcome outcome,
            String subject,
            @Nullable String documentSha256,
            Resolves resolves) {
        var resolution =
                new Resolution(
                        Ids.next(),
                        caseId,
                        body,
                        decidedOn,
                        outcome,
                        subject.strip(),
                        documentSha256,
                        resolves,
                        null,
                        cases.recording(caseId, decidedOn));
        resolutions.insert(resolution);
        audit.record(
                "resolution.recorded",
                "resolution",
                resolution.id().toString(),
                null,
                resolution,
                null);
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
            modules.publishEvent(new Resolution.Adopted(resolution));
        }
        return resolution;
    }

    /** An adopted resolution is proven by a document of its case. */
    void checkDocument(
            UUID caseId,
            Outcome outcome,
            @Nullable String documentSha256,
            List<FieldError> errors) {
        if (documentSha256 == null) {
            if (outcome.adopted()) {
                errors.add(FieldError.of("documentSha256", "adopted-without-document"));
            }
        } else if (!cases.holds(caseId, documentSha256)) {
            errors.add(FieldError.of("documentSha256", "unknown-document"));
        }
    }

    /** Refuses what is wrong: one thing under its own type, several as invalid input. */
    static void refuse(List<FieldError> errors) {
        if (errors.size() == 1) {
            var only = errors.getFirst();
            throw Problem.invalid(only.field(), only.code(), only.args().toArray());
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
