package de.foerderkreis.finance.levyeffect;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.finance.DemoFigures;
import de.foerderkreis.finance.apportionment.BurdenRule;
import de.foerderkreis.finance.levyeffect.LevyComparison.Kind;
import de.foerderkreis.platform.money.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The columns of domain § 3.4 side by side, with the winners and losers of § 3.6. */
class LevyComparisonTests {

    private static final Scenario HALF_FOR_TWO =
            new Scenario(
                    null,
                    false,
                    Scenario.Key.BASE,
                    null,
                    null,
                    List.of(
                            new BurdenRule.Weighted("05382060", 500),
                            new BurdenRule.Weighted("05382068", 500)));

    @Test
    void everyColumnIsTheOneSomebodyElseComputed() {
        var comparison = LevyComparison.of(inputs(), HALF_FOR_TWO, "");

        assertThat(comparison.columns())
                .extracting(LevyComparison.Column::kind)
                .containsExactly(Kind.FROZEN, Kind.FUNDING_ENDS, Kind.INHABITANTS, Kind.BURDEN);
        assertThat(shares(comparison, 0)).isEqualTo(DemoFigures.expected("share_80000_eur"));
        assertThat(shares(comparison, 1)).isEqualTo(DemoFigures.expected("share_250000_eur"));
        assertThat(shares(comparison, 2))
                .isEqualTo(DemoFigures.expected("per_inhabitant_key_80000_eur"));
        assertThat(shares(comparison, 3))
                .isEqualTo(DemoFigures.expected("burden_rule_56_4_80000_eur"));
        assertThat(comparison.columns())
                .extracting(it -> it.sum().toString())
                .containsExactly("80000.00", "250000.00", "80000.00", "80000.00");
        assertThat(comparison.columns().get(1).rateDelta()).isEqualByComparingTo("0.0384");
    }

    @Test
    void byInhabitantsFiveTownsWouldPayLessAndFourteenMore() {
        var comparison = LevyComparison.of(inputs(), Scenario.NONE, "");
        var differences = differences(comparison, 2);

        assertThat(differences)
                .containsEntry("05382068", Money.parse("-2069.59"))
                .containsEntry("05382060", Money.parse("-1393.90"))
                .containsEntry("05382032", Money.parse("-259.73"))
                .containsEntry("05382016", Money.parse("-133.37"))
                .containsEntry("05382076", Money.parse("-32.18"));
        var column = comparison.columns().get(2);
        assertThat(column.winners()).isEqualTo(5);
        assertThat(column.losers()).isEqualTo(14);
        assertThat(Money.sum(differences.values())).isEqualTo(Money.ZERO);
    }

    @Test
    void halfAWeightForTwoTownsIsBorneByTheOthers() {
        var comparison = LevyComparison.of(inputs(), HALF_FOR_TWO, "");

        assertThat(differences(comparison, 3))
                .containsEntry("05382060", Money.parse("-2947.84"))
                .containsEntry("05382068", Money.parse("-5210.65"))
                .containsEntry("05382056", Money.parse("964.75"));
        assertThat(Money.sum(differences(comparison, 3).values())).isEqualTo(Money.ZERO);
    }

    @Test
    void aTownComesFirstInItsOwnTable() {
        assertThat(LevyComparison.of(inputs(), Scenario.NONE, "").rows().getFirst().town().name())
                .isEqualTo("Troisdorf");
        var mine = LevyComparison.of(inputs(), Scenario.NONE, "05382052").rows();
        assertThat(mine).hasSize(19);
        assertThat(mine.getFirst().town().name()).isEqualTo("Ruppichteroth");
        assertThat(mine.get(1).town().name()).isEqualTo("Troisdorf");
    }

    @Test
    void withoutAPlanNobodyKnowsWhatTheEndOfTheFundingCosts() {
        assertThat(
                        LevyComparison.of(CanonicalTests.inputs("80000.00"), Scenario.NONE, "")
                                .columns())
                .extracting(LevyComparison.Column::kind)
                .containsExactly(Kind.FROZEN, Kind.INHABITANTS);
    }

    private static LevyInputs inputs() {
        var bare = CanonicalTests.inputs("80000.00");
        return new LevyInputs(
                bare.format(),
                bare.amount(),
                bare.base(),
                new LevyInputs.Plan(new UUID(0, 1), 1, "80000.00", "170000.00"),
                bare.rateInForce(),
                bare.towns());
    }

    private static Map<String, Money> shares(LevyComparison comparison, int column) {
        return column(comparison, it -> it.cells().get(column).share());
    }

    private static Map<String, Money> differences(LevyComparison comparison, int column) {
        return column(comparison, it -> it.cells().get(column).difference());
    }

    private static Map<String, Money> column(
            LevyComparison comparison, Function<LevyComparison.Row, Money> value) {
        return comparison.rows().stream().collect(Collectors.toMap(it -> it.town().ags(), value));
    }
}
