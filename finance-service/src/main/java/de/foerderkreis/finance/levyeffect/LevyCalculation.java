package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.finance.costplan.CostPlan;
import de.foerderkreis.finance.costplan.CostPlans;
import de.foerderkreis.finance.levybase.LevyBase;
import de.foerderkreis.finance.levybase.LevyBases;
import de.foerderkreis.finance.reference.FundingCase;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calculates and freezes what a case costs each municipality. */
@Service
class LevyCalculation {

    private final StoredLevyEffects effects;
    private final CostPlans plans;
    private final LevyBases bases;
    private final ReferenceData reference;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    LevyCalculation(
            StoredLevyEffects effects,
            CostPlans plans,
            LevyBases bases,
            ReferenceData reference,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.effects = effects;
        this.plans = plans;
        this.bases = bases;
        this.reference = reference;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Calculates on the figures of a base.
     *
     * @param amount what to apportion; absent takes the net of the current cost plan
     */
    @Transactional
    public LevyEffect calculate(UUID caseId, UUID baseId, @Nullable Money amount) {
        var root = roots.lock(FundingCase.TABLE, caseId);
        LevyBase base = bases.require(baseId);
        base.requireAllOf(reference.municipalities());
        if (!base.published()) {
            throw Problem.conflict("levy-base-not-published");
        }
        CostPlan plan = plans.current(caseId).orElse(null);
        if (amount == null && plan == null) {
            throw Problem.unprocessable("cost-plan-missing");
        }
        // A plan that does not give the amount has no say in the scenario "funding ends" either.
        boolean planned = plan != null && (amount == null || amount.equals(plan.totals().net()));
        var inputs =
                LevyInputs.of(
                        amount == null && plan != null ? plan.totals().net() : given(amount),
                        base,
                        planned ? plan : null,
                        bases.rateOf(base.year()).orElse(null));
        var latest = effects.latest(caseId);
        var effect =
                LevyEffect.freeze(
                        Ids.next(),
                        caseId,
                        latest.map(LevyEffect::number).orElse(0L) + 1,
                        inputs,
                        clock.now());
        if (latest.isPresent() && latest.get().inputHash().equals(effect.inputHash())) {
            return latest.get();
        }
        effects.add(effect, inputs, Callers.require().subject());
        var table = LevyTable.of(inputs, Scenario.NONE);
        outbox.append(
                root,
                LevyEffectCalculated.TOPIC,
                new LevyEffectCalculated(
                        caseId,
                        effect.id(),
                        baseId,
                        inputs.amount(),
                        table.rateDelta().toPlainString(),
                        effect.inputHash(),
                        base.year(),
                        table.lines().stream()
                                .map(it ->
                                        new LevyEffectCalculated.Share(
                                                it.town().ags(),
                                                it.share().toString(),
                                                it.town().base(),
                                                it.perInhabitant().toPlainString()))
                                .toList(),
                        root.version()));
        audit.record(
                "levy-effect.calculated",
                "levy-effect",
                effect.id().toString(),
                null,
                Map.of(
                        "caseId", caseId.toString(),
                        "number", effect.number(),
                        "amount", inputs.amount(),
                        "inputHash", effect.inputHash(),
                        "resultHash", effect.resultHash()),
                null);
        return effect;
    }

    private static Money given(@Nullable Money amount) {
        if (amount == null) {
            throw new IllegalStateException("neither a plan nor an amount");
        }
        if (amount.isZero()) {
            throw Problem.invalid("amount", "amount-zero");
        }
        return amount;
    }
}
