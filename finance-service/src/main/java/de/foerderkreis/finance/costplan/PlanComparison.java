package de.foerderkreis.finance.costplan;

import de.foerderkreis.platform.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a plan side by side. Lines of the same name and category belong together, in the
 * order of the newer version; what only the older one has comes last.
 */
record PlanComparison(CostPlan left, CostPlan right, List<Row> rows) {

    /**
     * One line in both versions.
     *
     * @param left absent where the line was added
     * @param right absent where it was taken out
     */
    record Row(@Nullable CostItem left, @Nullable CostItem right) {

        public String label() {
            return Optional.ofNullable(right)
                    .or(() -> Optional.ofNullable(left))
                    .map(CostItem::label)
                    .orElse("");
        }

        public boolean changed() {
            return !Objects.equals(left, right);
        }

        /** Effect on what the district pays, EUR per year; a grant that grows lowers it. */
        public Money difference() {
            return signed(right).minus(signed(left));
        }

        private static Money signed(@Nullable CostItem item) {
            if (item == null) {
                return Money.ZERO;
            }
            return item.category().isCost() ? item.amount() : Money.ZERO.minus(item.amount());
        }
    }

    static PlanComparison of(CostPlan left, CostPlan right) {
        var rest = new ArrayList<>(left.items());
        var rows = new ArrayList<Row>();
        for (CostItem item : right.items()) {
            var match =
                    rest.stream()
                            .filter(it ->
                                    it.label().equals(item.label())
                                            && it.category() == item.category())
                            .findFirst();
            match.ifPresent(rest::remove);
            rows.add(new Row(match.orElse(null), item));
        }
        rest.forEach(it -> rows.add(new Row(it, null)));
        return new PlanComparison(left, right, List.copyOf(rows));
    }

    /** What the newer version costs the district more, EUR per year. */
    public Money difference() {
        return right.totals().net().minus(left.totals().net());
    }

    public long changes() {
        return rows.stream().filter(Row::changed).count();
    }
}
