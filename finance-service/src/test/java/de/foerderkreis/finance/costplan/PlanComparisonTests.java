package de.foerderkreis.finance.costplan;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.finance.costplan.CostItem.Category;
import de.foerderkreis.finance.costplan.CostItem.LevyPool;
import de.foerderkreis.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanComparisonTests {

    @Test
    void linesOfTheSameNameBelongTogetherWhereverTheyStand() {
        var later = new ArrayList<>(DemoPlan.items());
        var travel = later.remove(7);
        later.addFirst(item("Miete", Category.MATERIAL, "5000.00"));
        var grant = later.remove(8);
        later.add(item(grant.label(), Category.GRANT, "160000.00"));

        var comparison = PlanComparison.of(plan(1, DemoPlan.items()), plan(2, later));

        assertThat(comparison.changes()).isEqualTo(3);
        assertThat(comparison.rows()).hasSize(11);
        assertThat(comparison.rows().getFirst().left()).isNull();
        assertThat(comparison.rows().getFirst().difference()).isEqualTo(Money.parse("5000.00"));
        assertThat(comparison.rows().getLast().right()).isNull();
        assertThat(comparison.rows().getLast().label()).isEqualTo(travel.label());
        assertThat(comparison.rows().getLast().difference()).isEqualTo(Money.parse("-6000.00"));
        // 10,000 less of the grant cost the district 10,000 more.
        assertThat(comparison.difference()).isEqualTo(Money.parse("9000.00"));
        assertThat(
                        Money.sum(
                                comparison.rows().stream()
                                        .map(PlanComparison.Row::difference)
                                        .toList()))
                .isEqualTo(comparison.difference());
    }

    private static CostItem item(String label, Category category, String amount) {
        return new CostItem(
                label,
                category,
                false,
                Quantity.parse("1").orElseThrow(),
                Money.parse(amount),
                null,
                LevyPool.GENERAL);
    }

    private static CostPlan plan(long version, List<CostItem> items) {
        return new CostPlan(
                new UUID(0, version),
                new UUID(0, 0),
                version,
                null,
                items,
                CostTotals.of(items),
                Instant.EPOCH);
    }
}
