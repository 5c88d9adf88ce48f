package de.foerderkreis.application.requirement;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.FundingCase;
import de.foerderkreis.application.programme.Programme;
import de.foerderkreis.application.programme.Programme.RequirementRule;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.contracts.application.RequirementChanged;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the checklist: takes decisions and evidence, evaluates, and announces only what changed.
 * Always under the lock of the case, so that two reasons to change one requirement follow each
 * other.
 */
@Service
@Transactional
class RequirementBook implements RequirementChecklist {

    /** Deadline by which a promise has to be kept; its subject is {@code <case>/<code>}. */
    static final String PROMISE = "application.promise-due";

    private final Requirements requirements;
    private final RequirementItems items;
    private final Cases cases;
    private final Programmes programmes;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    RequirementBook(
            Requirements requirements,
            RequirementItems items,
            Cases cases,
            Programmes programmes,
            Deadlines deadlines,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.requirements = requirements;
        this.items = items;
        this.cases = cases;
        this.programmes = programmes;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void layOut(FundingCase.Opened event) {
        for (var rule : programme(event.opened()).requirements()) {
            requirements.insert(Requirement.open(event.opened().id(), rule.code()));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(UUID caseId) {
        var told = items.of(programme(cases.require(caseId)), caseId, clock.today());
        // A town sees how things stand; what the others answered it sees after publication only.
        var town =
                Callers.current()
                        .filter(it -> it.kind() == OrganisationKind.MUNICIPALITY)
                        .isPresent();
        return town ? told.stream().map(Item::withoutInternals).toList() : told;
    }

    @Transactional(readOnly = true)
    Item one(UUID caseId, String code) {
        return of(caseId).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("requirement"));
    }

    Item decide(
            UUID caseId,
            String code,
            long version,
            RequirementStatus status,
            @Nullable LocalDate dueOn,
            @Nullable String reason) {
        var root = cases.lock(caseId);
        var file = cases.require(caseId);
        var before = find(caseId, code);
        if (before.version() != version) {
            throw Problem.stale(differing(before, status, dueOn, reason));
        }
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        check(programme(file), before, status, dueOn, why);
        Requirement decided;
        try {
            decided = before.decide(status, dueOn, why);
        } catch (IllegalDecision refused) {
            throw Problem.conflict(
                    "illegal-requirement-transition", code, refused.from.name(), refused.to.name());
        }
        store(root, programme(file), before, decided, why, false);
        return one(caseId, code);
    }

    /**
     * Answers one of a requirement's questions with a reason instead of evidence; without a reason
     * the evidence answers again.
     */
    Item override(UUID caseId, String code, String check, long version, @Nullable String reason) {
        var root = cases.lock(caseId);
        var programme = programme(cases.require(caseId));
        var before = find(caseId, code);
        if (rule(programme, code).checks().stream().noneMatch(it -> it.code().equals(check))) {
            throw Problem.notFound("check");
        }
        if (before.version() != version) {
            throw Problem.stale(List.of("version"));
        }
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        var known = requirements.overrides(caseId, code).get(check);
        if (why == null) {
            requirements.takeBack(caseId, code, check);
        } else {
            requirements.override(caseId, code, check, why);
        }
        audit.record(
                "requirement.check-overridden",
                "requirement",
                caseId + "/" + code + "/" + check,
                known,
                why,
                why);
        store(root, programme, before, before, why, true);
        return one(caseId, code);
    }

    Item record(
            UUID caseId,
            String code,
            String kind,
            @Nullable String category,
            String description,
            @Nullable String documentSha256,
            @Nullable LocalDate datedOn) {
        var root = cases.lock(caseId);
        var file = cases.require(caseId);
        var before = find(caseId, code);
        var rule = rule(programme(file), code);
        if (rule.evidence().stream().noneMatch(it -> it.takes(kind, category))) {
            throw Problem.invalid("kind", "evidence-not-taken", code, kind);
        }
        if (documentSha256 != null && !cases.holds(caseId, documentSha256)) {
            throw Problem.invalid("documentSha256", "unknown-document");
        }
        if (datedOn != null && datedOn.isAfter(clock.today())) {
            throw Problem.invalid("datedOn", "future-date");
        }
        var id = Ids.next();
        requirements.put(
                new Evidence(
                        id,
                        caseId,
                        code,
                        kind,
                        category,
                        Evidence.Source.MANUAL,
                        "manual:" + id,
                        description.strip(),
                        documentSha256,
                        Map.of(),
                        clock.now(),
                        false,
                        datedOn));
        audit.record(
                "evidence.recorded",
                "requirement",
                caseId + "/" + code,
                null,
                Map.of("kind", kind, "description", description.strip()),
                null);
        store(root, programme(file), before, before, null, false);
        return one(caseId, code);
    }

    /**
     * Takes evidence that was announced; requirements whose rule does not take it are left alone.
     */
    void take(UUID caseId, Announced it) {
        var root = cases.lock(caseId);
        var programme = programme(cases.forSystem(caseId));
        for (var before : requirements.of(caseId)) {
            var rule = rule(programme, before.code());
            if (rule.evidence().stream().anyMatch(e -> e.takes(it.kind(), it.category()))) {
                requirements.put(it.evidence(caseId, before.code(), clock.now()));
                store(root, programme, before, before, null, false);
            }
        }
    }

    /** Notes that a partner was asked; nothing is proven by that. */
    void ask(UUID caseId, AskedPartner partner) {
        cases.lock(caseId);
        requirements.ask(caseId, partner);
    }

    /** Finds a promise that was not kept. A promise moved to a later day meanwhile stays one. */
    void promiseDue(UUID caseId, String code) {
        var root = cases.lock(caseId);
        var before = find(caseId, code);
        store(root, programme(cases.forSystem(caseId)), before, before, null, false);
    }

    @Override
    public void bindToCondition(UUID caseId, String code, LocalDate dueOn, String condition) {
        var root = cases.lock(caseId);
        var before = find(caseId, code);
        if (before.status() == RequirementStatus.FULFILLED) {
            return;
        }
        Requirement promised;
        try {
            promised = before.decide(RequirementStatus.PROMISED, dueOn, condition);
        } catch (IllegalDecision refused) {
            throw Problem.conflict(
                    "illegal-requirement-transition", code, refused.from.name(), refused.to.name());
        }
        store(root, programme(cases.forSystem(caseId)), before, promised, condition, false);
    }

    private void check(
            Programme programme,
            Requirement before,
            RequirementStatus status,
            @Nullable LocalDate dueOn,
            @Nullable String why) {
        var rule = rule(programme, before.code());
        switch (status) {
            case PROMISED -> {
                if (!rule.mayBePromised()) {
                    throw Problem.invalid("status", "promise-not-taken", rule.code());
                }
                if (dueOn == null) {
                    throw Problem.invalid("dueOn", "due-day-missing");
                }
                if (dueOn.isBefore(clock.today())) {
                    throw Problem.invalid("dueOn", "due-day-past");
                }
            }
            case WAIVED -> requireReason(why);
            case FULFILLED -> {
                if (!findings(programme, before).complete()) {
                    // Fulfilled without the programme's evidence is a person's word; it has to be
                    // given.
                    requireReason(why);
                }
            }
            case IN_PROGRESS -> requireReason(why);
            case OPEN, BREACHED -> {
                // Refused by the machine: nobody decides these.
            }
        }
    }

    private static void requireReason(@Nullable String why) {
        if (why == null) {
            throw Problem.invalid("reason", "reason-missing");
        }
    }

    private void store(
            LockedRoot root,
            Programme programme,
            Requirement before,
            Requirement changed,
            @Nullable String reason,
            boolean counted) {
        var after = changed.evaluate(findings(programme, before));
        if (after.equals(before) && !counted) {
            return;
        }
        if (!requirements.update(after)) {
            throw Problem.stale(List.of("version"));
        }
        var subject = after.caseId() + "/" + after.code();
        var due = after.dueOn();
        if (after.status() == RequirementStatus.PROMISED && due != null) {
            deadlines.schedule(PROMISE, subject, BusinessClock.endOf(due), "{}");
        } else {
            deadlines.cancel(PROMISE, subject);
        }
        audit.record("requirement.changed", "requirement", subject, before, after, reason);
        if (after.status() != before.status() || !Objects.equals(after.dueOn(), before.dueOn())) {
            outbox.append(
                    root,
                    RequirementChanged.TOPIC,
                    new RequirementChanged(
                            after.caseId(),
                            after.code(),
                            after.status().name(),
                            after.dueOn(),
                            root.version()));
        }
    }

    private Requirement find(UUID caseId, String code) {
        return requirements.find(caseId, code).orElseThrow(() -> Problem.notFound("requirement"));
    }

    private Findings findings(Programme programme, Requirement it) {
        return items.findings(programme, it.caseId(), it.code(), clock.today());
    }

    private static List<String> differing(
            Requirement now,
            RequirementStatus status,
            @Nullable LocalDate dueOn,
            @Nullable String reason) {
        var fields = new ArrayList<String>();
        if (now.status() != status) {
            fields.add("status");
        }
        if (!Objects.equals(now.dueOn(), dueOn)) {
            fields.add("dueOn");
        }
        if (!Objects.equals(now.reason(), reason)) {
            fields.add("reason");
        }
        return fields.isEmpty() ? List.of("version") : List.copyOf(fields);
    }

    private Programme programme(FundingCase file) {
        return programmes.require(file.programmeCode());
    }

    private static RequirementRule rule(Programme programme, String code) {
        return programme
                .requirement(code)
                .orElseThrow(() ->
                        new IllegalStateException(programme.code() + " no longer knows " + code));
    }
}
