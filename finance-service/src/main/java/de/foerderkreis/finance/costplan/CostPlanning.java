package de.foerderkreis.finance.costplan;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.finance.costplan.CostItem.Category;
import de.foerderkreis.finance.reference.FundingCase;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves a cost plan as its next version, and closes it for changes. */
@Service
class CostPlanning {

    private final StoredCostPlans plans;
    private final ReferenceData reference;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    CostPlanning(
            StoredCostPlans plans,
            ReferenceData reference,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.plans = plans;
        this.reference = reference;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Saves the next version; saving what is already there saves nothing.
     *
     * @param seenVersion version the client saw, absent or 0 for none
     */
    @Transactional
    public CostPlan save(
            UUID caseId,
            @Nullable Long seenVersion,
            @Nullable LocalDate startsOn,
            List<CostItem> items) {
        var root = roots.lock(FundingCase.TABLE, caseId);
        FundingCase fundingCase = reference.requireCase(caseId);
        var current = plans.current(caseId);
        requireFresh(caseId, current, seenVersion);
        requireOpen(caseId);
        requireWithinCap(items, fundingCase);
        if (current.isPresent()
                && current.get().items().equals(items)
                && Objects.equals(current.get().startsOn(), startsOn)) {
            return current.get();
        }
        CostTotals totals = CostTotals.of(items);
        var plan =
                new CostPlan(
                        Ids.next(),
                        caseId,
                        current.map(CostPlan::version).orElse(0L) + 1,
                        startsOn,
                        items,
                        totals,
                        clock.now());
        plans.add(plan, Callers.require().subject());
        outbox.append(
                root,
                CostPlanCalculated.TOPIC,
                new CostPlanCalculated(
                        caseId,
                        plan.id(),
                        totals.gross().toString(),
                        totals.grant().toString(),
                        totals.saving().toString(),
                        totals.net().toString(),
                        items.stream().map(CostPlanning::told).toList(),
                        root.version()));
        audit.record(
                "cost-plan.saved",
                "cost-plan",
                caseId.toString(),
                current.map(it -> described(it)).orElse(null),
                described(plan),
                null);
        return plan;
    }

    private static CostPlanCalculated.Item told(CostItem item) {
        return new CostPlanCalculated.Item(
                item.category().name(),
                item.postCategory(),
                item.label(),
                item.eligible(),
                item.amount().toString());
    }

    /** Refuses lines a save would refuse, without saving; for files that are only checked. */
    @Transactional(readOnly = true)
    public void check(UUID caseId, List<CostItem> items) {
        FundingCase fundingCase = reference.requireCase(caseId);
        requireOpen(caseId);
        requireWithinCap(items, fundingCase);
    }

    /** Closes the plan: what is decided on must not move. */
    @Transactional
    public void lock(UUID caseId, long seenVersion) {
        roots.lock(FundingCase.TABLE, caseId);
        requireFresh(caseId, Optional.of(requirePlan(caseId)), seenVersion);
        requireOpen(caseId);
        plans.lock(caseId, clock.now());
        audit.record(
                "cost-plan.locked",
                "cost-plan",
                caseId.toString(),
                null,
                Map.of("version", seenVersion),
                null);
    }

    /** Opens it again; why is on record. */
    @Transactional
    public void release(UUID caseId, long seenVersion, String reason) {
        roots.lock(FundingCase.TABLE, caseId);
        requireFresh(caseId, Optional.of(requirePlan(caseId)), seenVersion);
        if (!plans.locked(caseId)) {
            throw Problem.conflict("cost-plan-not-locked");
        }
        if (reason.isBlank()) {
            throw Problem.invalid("reason", "reason-missing");
        }
        plans.release(caseId, reason.strip());
        audit.record(
                "cost-plan.released",
                "cost-plan",
                caseId.toString(),
                null,
                Map.of("version", seenVersion),
                reason.strip());
    }

    private CostPlan requirePlan(UUID caseId) {
        return plans.current(caseId).orElseThrow(() -> Problem.notFound("cost-plan"));
    }

    private void requireFresh(UUID caseId, Optional<CostPlan> current, @Nullable Long seenVersion) {
        long seen = seenVersion == null ? 0 : seenVersion;
        long now = current.map(CostPlan::version).orElse(0L);
        if (seen == now) {
            return;
        }
        var then = plans.versions(caseId).stream().filter(it -> it.version() == seen).findFirst();
        throw Problem.stale(
                        current.isPresent() && then.isPresent()
                                ? current.get().changedSince(then.get())
                                : List.of("items"))
                .with("currentVersion", now);
    }

    private void requireOpen(UUID caseId) {
        if (plans.locked(caseId)) {
            throw Problem.conflict("cost-plan-locked");
        }
    }

    private void requireWithinCap(List<CostItem> items, FundingCase fundingCase) {
        CostTotals totals = CostTotals.of(items);
        if (totals.grant().isZero()) {
            return;
        }
        Programme programme =
                reference
                        .findProgramme(fundingCase.programmeCode())
                        .orElseThrow(() ->
                                Problem.conflict("programme-unknown", fundingCase.programmeCode()));
        if (totals.grant().compareTo(programme.grantCapPerYear()) > 0) {
            var cap = BigDecimal.valueOf(programme.grantCapPerYear().cents(), 2);
            throw Problem.unprocessable("grant-above-cap", cap, programme.code())
                    .with("cap", programme.grantCapPerYear().toString())
                    .with("grant", totals.grant().toString())
                    .withErrors(
                            IntStream.range(0, items.size())
                                    .filter(it -> items.get(it).category() == Category.GRANT)
                                    .mapToObj(it ->
                                            FieldError.of(
                                                    "items[" + it + "].unitAmount",
                                                    "grant-above-cap",
                                                    cap,
                                                    programme.code()))
                                    .toList());
        }
    }

    private static Map<String, Object> described(CostPlan plan) {
        return Map.of(
                "version", plan.version(),
                "planId", plan.id().toString(),
                "gross", plan.totals().gross().toString(),
                "grant", plan.totals().grant().toString(),
                "saving", plan.totals().saving().toString(),
                "net", plan.totals().net().toString());
    }
}
