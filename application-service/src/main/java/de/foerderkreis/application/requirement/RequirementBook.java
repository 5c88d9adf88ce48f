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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final EvidenceSentences sentences;
    private final Cases cases;
    private final Programmes programmes;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    RequirementBook(
            Requirements requirements,
            EvidenceSentences sentences,
            Cases cases,
            Programmes programmes,
            Deadlines deadlines,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.requirements = requirements;
        this.sentences = sentences;
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
        var locale = LocaleContextHolder.getLocale();
        var programme = programme(cases.require(caseId));
        var evidence = requirements.evidence(caseId);
        var items =
                requirements.of(caseId).stream()
                        .map(it -> item(it, rule(programme, it.code()), evidence, locale));
        // A town sees how things stand; what the others answered it sees after publication only.
        var town =
                Callers.current()
                        .filter(it -> it.kind() == OrganisationKind.MUNICIPALITY)
                        .isPresent();
        return (town ? items.map(Item::withoutInternals) : items).toList();
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
        var rule = rule(programme(file), code);
        check(rule, before, status, dueOn, why);
        Requirement decided;
        try {
            decided = before.decide(status, dueOn, why);
        } catch (IllegalDecision refused) {
            throw Problem.conflict(
                    "illegal-requirement-transition", code, refused.from.name(), refused.to.name());
        }
        store(root, rule, before, decided, why);
        return one(caseId, code);
    }

    Item record(
            UUID caseId,
            String code,
            String kind,
            @Nullable String category,
            String description,
            @Nullable String documentSha256) {
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
                        clock.now()));
        audit.record(
                "evidence.recorded",
                "requirement",
                caseId + "/" + code,
                null,
                Map.of("kind", kind, "description", description.strip()),
                null);
        store(root, rule, before, before, null);
        return one(caseId, code);
    }

    /**
     * Takes evidence another service announced; requirements whose rule does not take it are left
     * alone.
     */
    void takeFromEvent(
            UUID caseId,
            String kind,
            @Nullable String category,
            String origin,
            Map<String, String> figures) {
        var root = cases.lock(caseId);
        var programme = programme(cases.forSystem(caseId));
        for (var before : requirements.of(caseId)) {
            var rule = rule(programme, before.code());
            if (rule.evidence().stream().anyMatch(it -> it.takes(kind, category))) {
                requirements.put(
                        new Evidence(
                                Ids.next(),
                                caseId,
                                before.code(),
                                kind,
                                category,
                                Evidence.Source.EVENT,
                                origin,
                                null,
                                null,
                                figures,
                                clock.now()));
                store(root, rule, before, before, null);
            }
        }
    }

    /** Finds a promise that was not kept. A promise moved to a later day meanwhile stays one. */
    void promiseDue(UUID caseId, String code) {
        var root = cases.lock(caseId);
        var before = find(caseId, code);
        store(root, rule(programme(cases.forSystem(caseId)), code), before, before, null);
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
        store(root, rule(programme(cases.forSystem(caseId)), code), before, promised, condition);
    }

    private void check(
            RequirementRule rule,
            Requirement before,
            RequirementStatus status,
            @Nullable LocalDate dueOn,
            @Nullable String why) {
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
                var evidence = evidenceOf(before.caseId(), rule.code());
                if (!Requirement.missing(rule, evidence).isEmpty()) {
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
            RequirementRule rule,
            Requirement before,
            Requirement changed,
            @Nullable String reason) {
        var after =
                changed.evaluate(rule, evidenceOf(before.caseId(), before.code()), clock.today());
        if (after.equals(before)) {
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

    private List<Evidence> evidenceOf(UUID caseId, String code) {
        return requirements.evidence(caseId).stream()
                .filter(it -> it.requirement().equals(code))
                .toList();
    }

    private Item item(
            Requirement it, RequirementRule rule, List<Evidence> allEvidence, Locale locale) {
        var evidence = allEvidence.stream().filter(e -> e.requirement().equals(it.code())).toList();
        var note = rule.note();
        return new Item(
                it.code(),
                rule.title().in(locale),
                note == null ? null : note.in(locale),
                it.status(),
                it.dueOn(),
                it.reason(),
                rule.mayBePromised(),
                it.status() == RequirementStatus.WAIVED
                                || it.status() == RequirementStatus.FULFILLED
                        ? List.of()
                        : sentences.missing(rule, evidence, locale),
                evidence.stream()
                        .map(e ->
                                new EvidenceItem(
                                        e.id(),
                                        e.kind(),
                                        e.category(),
                                        e.source().name(),
                                        sentences.label(rule, e, locale),
                                        e.documentSha256(),
                                        e.figures(),
                                        e.recordedAt()))
                        .toList(),
                it.version());
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
