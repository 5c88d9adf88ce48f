package de.foerderkreis.finance.staffing;

import de.foerderkreis.contracts.application.InformalRulingRecorded;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.finance.reference.FundingCase;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.finance.staffing.StaffingPlan.Content;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves a staffing plan as its next version, and holds it against the rulings heard of. */
@Service
class StaffingPlanning {

    private final StoredStaffingPlans plans;
    private final Rulings rulings;
    private final ReferenceData reference;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    StaffingPlanning(
            StoredStaffingPlans plans,
            Rulings rulings,
            ReferenceData reference,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.plans = plans;
        this.rulings = rulings;
        this.reference = reference;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Saves the next version; saving what is already there saves nothing. A plan below a ruling is
     * saved, and says so.
     *
     * @param seenVersion version the client saw, absent or 0 for none
     */
    @Transactional
    public StaffingPlan save(UUID caseId, @Nullable Long seenVersion, StaffingInput input) {
        var root = roots.lock(FundingCase.TABLE, caseId);
        Content content = input.read(programmeOf(caseId));
        var current = plans.current(caseId);
        requireFresh(caseId, current, seenVersion);
        if (current.isPresent() && current.get().content().equals(content)) {
            return current.get();
        }
        var plan =
                new StaffingPlan(
                        Ids.next(),
                        caseId,
                        current.map(StaffingPlan::version).orElse(0L) + 1,
                        content,
                        clock.now());
        boolean below = below(plan);
        plans.add(plan, below, Callers.require().subject());
        announce(root, plan, below);
        audit.record(
                "staffing-plan.saved",
                "staffing-plan",
                caseId.toString(),
                current.map(StaffingPlanning::described).orElse(null),
                described(plan),
                null);
        return plan;
    }

    /** A ruling recorded after the plan was set can turn what was enough into too little. */
    void hear(InformalRulingRecorded event) {
        rulings.keep(event);
        if (reference.findCase(event.caseId()).isEmpty()) {
            return;
        }
        var root = roots.lock(FundingCase.TABLE, event.caseId());
        plans.current(event.caseId())
                .ifPresent(plan -> {
                    boolean below = below(plan);
                    if (plans.noteBelowRuling(plan.caseId(), below)) {
                        announce(root, plan, below);
                    }
                });
    }

    private Programme programmeOf(UUID caseId) {
        String code = reference.requireCase(caseId).programmeCode();
        Programme programme =
                reference
                        .findProgramme(code)
                        .orElseThrow(() -> Problem.conflict("programme-unknown", code));
        if (programme.postCategories().isEmpty()) {
            throw Problem.conflict("post-categories-unknown", code);
        }
        return programme;
    }

    private boolean below(StaffingPlan plan) {
        return rulings.binding(plan.caseId()).map(it -> it.isAbove(plan.content())).orElse(false);
    }

    private void announce(LockedRoot root, StaffingPlan plan, boolean below) {
        Content content = plan.content();
        outbox.append(
                root,
                StaffingPlanSet.TOPIC,
                new StaffingPlanSet(
                        plan.caseId(),
                        plan.id(),
                        content.fte().toString(),
                        content.teachers(),
                        content.workplaces(),
                        content.rooms(),
                        content.posts().stream()
                                .map(it ->
                                        new StaffingPlanSet.Post(
                                                it.category(), it.fte().toString()))
                                .toList(),
                        below,
                        root.version()));
    }

    private void requireFresh(
            UUID caseId, Optional<StaffingPlan> current, @Nullable Long seenVersion) {
        long seen = seenVersion == null ? 0 : seenVersion;
        long now = current.map(StaffingPlan::version).orElse(0L);
        if (seen == now) {
            return;
        }
        var then = plans.versions(caseId).stream().filter(it -> it.version() == seen).findFirst();
        throw Problem.stale(
                        current.isPresent() && then.isPresent()
                                ? current.get().content().changedSince(then.get().content())
                                : List.of("posts"))
                .with("currentVersion", now);
    }

    private static Map<String, Object> described(StaffingPlan plan) {
        Content content = plan.content();
        var described = new LinkedHashMap<String, Object>();
        described.put("version", plan.version());
        described.put("planId", plan.id().toString());
        described.put("fte", content.fte().toString());
        content.posts().forEach(it -> described.put(it.category(), it.fte().toString()));
        described.put("teachers", content.teachers());
        described.put("workplaces", content.workplaces());
        described.put("rooms", content.rooms());
        return described;
    }
}
