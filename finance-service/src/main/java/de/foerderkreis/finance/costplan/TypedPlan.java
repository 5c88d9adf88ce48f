package de.foerderkreis.finance.costplan;

import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.portal.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the fields of the page come to, as far as they make sense. */
final class TypedPlan {

    private TypedPlan() {}

    /** Amount of every line in cents, with the sign its kind gives it. */
    static List<Optional<Long>> amounts(PlanForm form) {
        return form.lines().stream().map(TypedPlan::typed).toList();
    }

    /** The typed lines, if all of them make sense. */
    static List<CostItem> items(PlanForm form) {
        try {
            return ItemInput.items(
                    form.written().stream().map(form.lines()::get).toList(), TypedPlan::amount);
        } catch (Problem notYet) {
            return List.of();
        }
    }

    /** Sums over the typed lines that make sense so far. */
    static CostTotals totals(PlanForm form) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (ItemInput line : form.lines()) {
            typed(line)
                    .ifPresent(cents ->
                            sums.merge(
                                    Optional.ofNullable(line.category()).orElse(""),
                                    Math.abs(cents),
                                    Long::sum));
        }
        Function<CostItem.Category, Money> sum =
                it -> Money.ofCents(sums.getOrDefault(it.name(), 0L));
        Money gross =
                sum.apply(CostItem.Category.PERSONNEL).plus(sum.apply(CostItem.Category.MATERIAL));
        Money grant = sum.apply(CostItem.Category.GRANT);
        Money saving = sum.apply(CostItem.Category.SAVING);
        return new CostTotals(gross, grant, saving, gross.minus(grant).minus(saving));
    }

    /**
     * What the typed line comes to, with the sign its kind gives it; empty while it makes no sense.
     */
    private static Optional<Long> typed(ItemInput line) {
        boolean income = "GRANT".equals(line.category()) || "SAVING".equals(line.category());
        return Optional.ofNullable(line.quantity())
                .flatMap(Quantity::parse)
                .flatMap(quantity ->
                        Optional.ofNullable(line.unitAmount())
                                .filter(it -> !it.isBlank())
                                .flatMap(TypedPlan::amount)
                                .filter(it -> !it.isNegative() && it.cents() <= 100_000_000_000L)
                                .map(it -> quantity.times(it).cents()))
                .map(it -> income ? -it : it);
    }

    /** Reads an amount as people write it. */
    static Optional<Money> amount(String text) {
        try {
            return Optional.of(Money.ofCents(Formats.cents(text)));
        } catch (NumberFormatException | ArithmeticException notAnAmount) {
            return Optional.empty();
        }
    }
}
