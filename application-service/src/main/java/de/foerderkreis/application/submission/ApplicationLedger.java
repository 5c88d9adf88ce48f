package de.foerderkreis.application.submission;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How every step on an application is taken: under the lock of its case, from the version the
 * client saw, with an entry in its history and in the trail.
 */
@Component
class ApplicationLedger {

    private final Applications applications;
    private final Cases cases;
    private final Audit audit;
    private final BusinessClock clock;

    ApplicationLedger(Applications applications, Cases cases, Audit audit, BusinessClock clock) {
        this.applications = applications;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** An application with its case locked; the stale and the foreign are refused. */
    Held hold(UUID caseId, UUID id, long version) {
        var root = cases.lock(caseId);
        cases.require(caseId);
        var application =
                applications.find(caseId, id).orElseThrow(() -> Problem.notFound("application"));
        if (application.version() != version) {
            var changed = applications.changedSince(id, version);
            throw Problem.stale(changed.isEmpty() ? List.of("version") : changed)
                    .with("status", application.status().name());
        }
        return new Held(root, application);
    }

    /** Changes a held application and keeps what happened. */
    void take(
            Held held,
            String action,
            LocalDate happenedOn,
            @Nullable String note,
            Consumer<FundingApplication> change) {
        var application = held.application();
        var before = application.status();
        var noteBefore = application.coverNote();
        try {
            change.accept(application);
        } catch (IllegalTransition refused) {
            throw Problem.conflict(
                            "illegal-application-transition",
                            refused.from.name(),
                            refused.to.name())
                    .with("status", refused.from.name());
        } catch (OwnDraft own) {
            throw Problem.forbidden("own-draft-approval");
        }
        if (!applications.update(application)) {
            throw Problem.stale(List.of("status"));
        }
        var stored = application.version() + 1;
        if (!noteBefore.equals(application.coverNote())) {
            applications.addChange(application.id(), stored, "coverNote");
        }
        if (before != application.status()) {
            applications.addChange(application.id(), stored, "status");
            addStep(application, happenedOn, note);
        }
        audit.record(
                "application." + action,
                "application",
                application.id().toString(),
                Map.of("status", before.name()),
                Map.of("status", application.status().name(), "stage", application.stage()),
                note);
    }

    void addStep(FundingApplication application, LocalDate happenedOn, @Nullable String note) {
        applications.addStep(
                application.id(),
                new Applications.Step(
                        Ids.next(), application.status(), happenedOn, note, clock.now()));
    }

    /**
     * The day a person names, or today; it may not lie ahead nor before another day of the
     * application.
     */
    LocalDate day(String field, @Nullable LocalDate named, @Nullable LocalDate notBefore) {
        var day = named == null ? clock.today() : named;
        if (day.isAfter(clock.today())) {
            throw Problem.invalid(field, "future-date");
        }
        if (notBefore != null && day.isBefore(notBefore)) {
            throw Problem.invalid(field, "before-earlier-step", notBefore.toString());
        }
        return day;
    }

    /** A reason somebody has to give. */
    static String reason(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw Problem.invalid("reason", "reason-missing");
        }
        return given.strip();
    }

    /** An application whose case this transaction has locked. */
    record Held(LockedRoot root, FundingApplication application) {}
}
