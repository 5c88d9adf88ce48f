package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.apportionment.BurdenRule;
import de.foerderkreis.finance.apportionment.LargestRemainder;
import de.foerderkreis.finance.apportionment.Portion;
import de.foerderkreis.finance.apportionment.Rate;
import de.foerderkreis.finance.apportionment.RateView;
import de.foerderkreis.finance.apportionment.Weight;
import de.foerderkreis.finance.levyeffect.LevyInputs.Town;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The levy effect under a scenario: both views of domain § 3.5, the apportioned shares and the
 * effect on the rate.
 *
 * @param participatingBase base of those who take part, all of the district but for a pool
 * @param rateDelta effect on the rate in percentage points, four decimals
 * @param exactDelta the same with seven decimals
 * @param smallestStep what 0.01 percentage points bring
 * @param lines by ascending AGS
 * @param rateView absent while no rate in force is known
 * @param covering smallest two-decimal rate that meets the need, with the rate view
 */
record LevyTable(
        Money amount,
        Money participatingBase,
        BigDecimal rateDelta,
        BigDecimal exactDelta,
        Money smallestStep,
        List<Line> lines,
        @Nullable RateView rateView,
        @Nullable RateView covering) {

    /**
     * One municipality.
     *
     * @param regularShare its share without the scenario
     * @param perInhabitant EUR, four decimals, for display and never summed
     */
    record Line(Town town, Portion portion, Money regularShare, BigDecimal perInhabitant) {

        public Money share() {
            return portion.share();
        }

        /** What the scenario adds to the share; all of them sum to what it adds to the amount. */
        public Money difference() {
            return share().minus(regularShare);
        }
    }

    static LevyTable of(LevyInputs inputs, Scenario scenario) {
        Money amount = amount(inputs, scenario);
        List<Town> towns = inputs.towns();
        List<Weight> weights = weights(towns, scenario);
        Map<String, Money> regular =
                LargestRemainder.split(
                                inputs.apportioned(), towns.stream().map(Town::byBase).toList())
                        .stream()
                        .collect(Collectors.toMap(Portion::ags, Portion::share));
        Map<String, Town> byAgs =
                towns.stream().collect(Collectors.toMap(Town::ags, Function.identity()));
        var lines = new ArrayList<Line>();
        for (Portion portion : LargestRemainder.split(amount, weights)) {
            Town town = Optional.ofNullable(byAgs.get(portion.ags())).orElseThrow();
            lines.add(
                    new Line(
                            town,
                            portion,
                            Optional.ofNullable(regular.get(town.ags())).orElse(Money.ZERO),
                            perHead(portion.share(), town.inhabitants())));
        }
        List<Money> bases =
                towns.stream().filter(it -> takesPart(it, scenario)).map(Town::baseAmount).toList();
        Money whole = Money.sum(bases);
        // A pool has a levy of its own; the general rate says nothing about it.
        Rate current =
                scenario.key() == Scenario.Key.YOUTH_OFFICE_POOL
                        ? null
                        : Optional.ofNullable(scenario.currentRate())
                                .or(inputs::currentRate)
                                .orElse(null);
        return new LevyTable(
                amount,
                whole,
                RateView.delta(amount, whole, 4),
                RateView.delta(amount, whole, 7),
                Rate.SMALLEST_STEP.on(whole),
                List.copyOf(lines),
                current == null ? null : rateView(current, scenario.rate(), amount, bases),
                current == null
                        ? null
                        : RateView.of(
                                current, RateView.covering(current, amount, whole), amount, bases));
    }

    private static RateView rateView(
            Rate current, @Nullable Rate wanted, Money amount, List<Money> bases) {
        Rate covering = RateView.covering(current, amount, Money.sum(bases));
        Rate below = new Rate(Math.max(0, covering.hundredths() - 1));
        return RateView.of(current, wanted == null ? below : wanted, amount, bases);
    }

    private static Money amount(LevyInputs inputs, Scenario scenario) {
        if (scenario.fundingEnds()) {
            return inputs.amountWithoutGrant()
                    .orElseThrow(() -> Problem.invalid("fundingEnds", "levy-effect-without-plan"));
        }
        return scenario.amount() == null ? inputs.apportioned() : scenario.amount();
    }

    private static List<Weight> weights(List<Town> towns, Scenario scenario) {
        List<Weight> weights =
                towns.stream()
                        .filter(it -> takesPart(it, scenario))
                        .map(it ->
                                scenario.key() == Scenario.Key.INHABITANTS
                                        ? it.byInhabitants()
                                        : it.byBase())
                        .toList();
        try {
            var burdened = new ArrayList<>(BurdenRule.apply(weights, scenario.burdens()));
            if (burdened.stream().allMatch(it -> it.value().signum() == 0)) {
                throw Problem.invalid("burden", "levy-nobody-bears");
            }
            // Who does not take part stays in the table with nothing to pay.
            towns.stream()
                    .filter(it -> !takesPart(it, scenario))
                    .map(it -> new Weight(it.ags(), BigInteger.ZERO))
                    .forEach(burdened::add);
            return burdened;
        } catch (IllegalArgumentException unusable) {
            throw Problem.invalid("burden", "levy-burden-unusable");
        }
    }

    private static boolean takesPart(Town town, Scenario scenario) {
        return scenario.key() != Scenario.Key.YOUTH_OFFICE_POOL || !town.ownYouthOffice();
    }

    /** The largest share first, equal ones by AGS. */
    public List<Line> byShare() {
        return lines.stream()
                .sorted(
                        Comparator.comparing(Line::share)
                                .reversed()
                                .thenComparing(it -> it.town().ags()))
                .toList();
    }

    /** The same, with a reader's own town before all others; its AGS is empty for the district. */
    public List<Line> ownFirst(String ags) {
        var sorted = new ArrayList<>(byShare());
        sorted.sort(Comparator.comparing(it -> !it.town().ags().equals(ags)));
        return List.copyOf(sorted);
    }

    public Line lineOf(String ags) {
        return lines.stream()
                .filter(it -> it.town().ags().equals(ags))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("municipality"));
    }

    public Money sumOfShares() {
        return Money.sum(lines.stream().map(Line::share).toList());
    }

    /**
     * Sum of the notices at the rate in force, each rounded on its own; zero while none is known.
     */
    public Money noticesInForce() {
        var view = rateView;
        return view == null
                ? Money.ZERO
                : Money.sum(
                        lines.stream()
                                .map(it -> view.currentRate().on(it.town().baseAmount()))
                                .toList());
    }

    public long inhabitants() {
        return lines.stream().mapToLong(it -> it.town().inhabitants()).sum();
    }

    /** EUR per inhabitant of the whole district, four decimals. */
    public BigDecimal meanPerInhabitant() {
        return perHead(amount, inhabitants());
    }

    /** How many smallest steps of a two-decimal rate the amount is worth, four decimals. */
    public BigDecimal steps() {
        return smallestStep.isZero()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(amount.cents())
                        .divide(BigDecimal.valueOf(smallestStep.cents()), 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal perHead(Money amount, long inhabitants) {
        return BigDecimal.valueOf(amount.cents(), 2)
                .divide(BigDecimal.valueOf(inhabitants), 4, RoundingMode.HALF_UP);
    }
}
