package de.foerderkreis.finance.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.foerderkreis.finance.DemoFigures;
import de.foerderkreis.finance.apportionment.BurdenRule.FixedDiscount;
import de.foerderkreis.finance.apportionment.BurdenRule.Weighted;
import de.foerderkreis.platform.money.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BurdenRuleTests {

    private static final Money NET = Money.parse("80000.00");
    private static final String SIEGBURG = "05382060";
    private static final String TROISDORF = "05382068";
    private static final List<Weight> BASES =
            DemoFigures.expected("levy_base_eur").entrySet().stream()
                    .map(it -> new Weight(it.getKey(), BigInteger.valueOf(it.getValue().cents())))
                    .toList();

    @Test
    void halfAWeightForTheTwoTownsWithTheirOwnOfficeGivesTheExpectedColumn() {
        var shares = split(List.of(new Weighted(SIEGBURG, 500), new Weighted(TROISDORF, 500)));

        assertThat(shares).isEqualTo(DemoFigures.expected("burden_rule_56_4_80000_eur"));
    }

    @Test
    void aFixedDiscountLeavesTheTownItsPartAndTheRestToTheOthers() {
        var shares = split(List.of(new FixedDiscount(SIEGBURG, 500)));

        // Half of 6,803.0139…; the other 18 bear the rest by base.
        assertThat(shares.get(SIEGBURG)).isEqualTo(Money.parse("3401.51"));
        assertThat(Money.sum(shares.values())).isEqualTo(NET);
        var weighted = split(List.of(new Weighted(SIEGBURG, 500)));
        assertThat(weighted.get(SIEGBURG)).isNotEqualTo(shares.get(SIEGBURG));
    }

    @Test
    void aFullDiscountExempts() {
        assertThat(split(List.of(new FixedDiscount(TROISDORF, 1000))).get(TROISDORF))
                .isEqualTo(Money.ZERO);
    }

    @Test
    void bothKindsGoTogether() {
        var shares = split(List.of(new Weighted(SIEGBURG, 500), new FixedDiscount(TROISDORF, 250)));

        assertThat(Money.sum(shares.values())).isEqualTo(NET);
        assertThat(shares.get(SIEGBURG)).isLessThan(Money.parse("6803.01"));
        assertThat(shares.get(TROISDORF)).isLessThan(Money.parse("12025.08"));
    }

    @Test
    void rulesThatCannotBeAppliedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        split(
                                List.of(
                                        new Weighted(SIEGBURG, 500),
                                        new FixedDiscount(SIEGBURG, 500))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split(List.of(new Weighted("05315000", 500))));
        assertThatIllegalArgumentException().isThrownBy(() -> new FixedDiscount(SIEGBURG, 1001));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        split(
                                BASES.stream()
                                        .<BurdenRule>map(it -> new FixedDiscount(it.ags(), 100))
                                        .toList()));
    }

    private static Map<String, Money> split(List<BurdenRule> rules) {
        return LargestRemainder.split(NET, BurdenRule.apply(BASES, rules)).stream()
                .collect(Collectors.toMap(Portion::ags, Portion::share));
    }
}
