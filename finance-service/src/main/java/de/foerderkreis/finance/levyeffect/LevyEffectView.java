package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.apportionment.RateView;
import de.foerderkreis.finance.levyeffect.LevyReading.Visible;
import de.foerderkreis.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A levy effect as clients read it, under the scenario they asked for.
 *
 * @param scenario what differs from the frozen effect; absent when nothing does
 * @param reproduced whether the stored inputs give the stored table again, byte by byte
 */
record LevyEffectView(
        UUID id,
        UUID caseId,
        long number,
        UUID baseId,
        int baseYear,
        String baseStatus,
        @Nullable UUID costPlanId,
        Instant calculatedAt,
        String inputHash,
        String resultHash,
        boolean reproduced,
        @Nullable UUID roundId,
        @Nullable LocalDate dueOn,
        @Nullable ScenarioView scenario,
        Money amount,
        String rateDelta,
        String rateDeltaExact,
        Money smallestStep,
        String steps,
        Money baseTotal,
        Money sharesSum,
        String perInhabitantMean,
        List<ShareView> shares,
        @Nullable Rates rateView,
        @Nullable Rates coveringRateView) {

    static LevyEffectView of(Visible visible, Scenario scenario, LevyTable table) {
        LevyEffect effect = visible.effect();
        LevyInputs inputs = visible.inputs();
        RoundDisclosure round = visible.round();
        return new LevyEffectView(
                effect.id(),
                effect.caseId(),
                effect.number(),
                inputs.base().id(),
                inputs.base().year(),
                inputs.base().status(),
                inputs.costPlan() == null ? null : inputs.costPlan().id(),
                effect.calculatedAt(),
                effect.inputHash(),
                effect.resultHash(),
                effect.reproducible(),
                round == null ? null : round.roundId(),
                round == null ? null : round.dueOn(),
                scenario.changesShares()
                        ? new ScenarioView(
                                table.amount(),
                                scenario.fundingEnds(),
                                scenario.key(),
                                scenario.burdens().stream().map(Object::toString).toList())
                        : null,
                table.amount(),
                table.rateDelta().toPlainString(),
                table.exactDelta().toPlainString(),
                table.smallestStep(),
                table.steps().toPlainString(),
                table.participatingBase(),
                table.sumOfShares(),
                table.meanPerInhabitant().toPlainString(),
                table.lines().stream().map(ShareView::of).toList(),
                Rates.of(table.rateView()),
                Rates.of(table.covering()));
    }

    /** What the reader wanted to be different. */
    record ScenarioView(
            Money amount, boolean fundingEnds, Scenario.Key key, List<String> burdens) {}

    /**
     * One municipality.
     *
     * @param perInhabitant four decimals, for display, never to be summed
     * @param regularShare share without the scenario
     * @param floor whole cents before the remaining ones were handed out
     * @param remainderRank place among the remainders, 1 is the largest
     */
    record ShareView(
            String ags,
            String name,
            int inhabitants,
            Money base,
            Money share,
            String perInhabitant,
            Money regularShare,
            Money difference,
            Money floor,
            int remainderRank,
            boolean extraCent) {

        static ShareView of(LevyTable.Line line) {
            return new ShareView(
                    line.town().ags(),
                    line.town().name(),
                    line.town().inhabitants(),
                    line.town().baseAmount(),
                    line.share(),
                    line.perInhabitant().toPlainString(),
                    line.regularShare(),
                    line.difference(),
                    line.portion().floor(),
                    line.portion().rank(),
                    line.portion().gotExtraCent());
        }
    }

    /** What a two-decimal rate does with the need. */
    record Rates(
            String currentRate,
            String rate,
            Money currentLevy,
            Money need,
            Money levy,
            String exactRate,
            Money difference,
            Money noticesSum) {

        static @Nullable Rates of(@Nullable RateView view) {
            return view == null
                    ? null
                    : new Rates(
                            view.currentRate().toString(),
                            view.rate().toString(),
                            view.currentLevy(),
                            view.need(),
                            view.levy(),
                            view.exactRate().toPlainString(),
                            view.difference(),
                            view.noticesSum());
        }
    }
}
