package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.apportionment.BurdenRule;
import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How one share came about, step by step, with the town's own numbers.
 *
 * @param weight what the town brings to the split, euros or heads; absent under a discount, which
 *     has no weight a person could follow
 * @param allWeights sum over everybody who takes part, in the same unit
 * @param digits decimals of the two
 * @param fractionOfCent what was left of a cent after the floor, six decimals, cut off
 * @param participants how many take part
 * @param extraCents how many cents were handed out to the largest remainders
 * @param noticeAtRate notice at the rate looked at, less the one at the rate in force
 */
record Explanation(
        @Nullable BigDecimal weight,
        BigDecimal allWeights,
        int digits,
        BigDecimal fractionOfCent,
        int participants,
        long extraCents,
        @Nullable Money noticeAtRate) {

    static Explanation of(LevyTable.Line line, LevyTable table, Scenario scenario) {
        var portion = line.portion();
        // The weight is not kept; the exact quota gives it back: (floor + remainder) × sum /
        // amount.
        BigInteger floor = BigInteger.valueOf(portion.floor().cents()).abs();
        BigInteger cents = BigInteger.valueOf(table.amount().cents()).abs();
        BigInteger weight =
                floor.multiply(portion.divisor()).add(portion.remainder()).divide(cents);
        boolean heads = scenario.key() == Scenario.Key.INHABITANTS;
        // Weights are cents or heads, times a thousand, since rules count in thousandths.
        int scale = heads ? 3 : 5;
        boolean discounted =
                scenario.burdens().stream().anyMatch(BurdenRule.FixedDiscount.class::isInstance);
        var view = table.rateView();
        return new Explanation(
                discounted ? null : new BigDecimal(weight, scale),
                new BigDecimal(portion.divisor(), scale),
                heads ? 0 : 2,
                new BigDecimal(portion.remainder())
                        .divide(new BigDecimal(portion.divisor()), 6, RoundingMode.DOWN),
                table.lines().size(),
                table.lines().stream().filter(it -> it.portion().gotExtraCent()).count(),
                view == null
                        ? null
                        : view.rate()
                                .on(line.town().baseAmount())
                                .minus(view.currentRate().on(line.town().baseAmount())));
    }
}
