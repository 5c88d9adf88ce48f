package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.costplan.CostItem.Category;
import de.foerderkreis.platform.money.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Sums of a cost plan, EUR per year.
 *
 * @param net gross minus grant minus saving (F33, F34); negative when the case earns
 */
public record CostTotals(Money gross, Money grant, Money saving, Money net) {

    static CostTotals of(List<CostItem> items) {
        Money gross = sum(items, EnumSet.of(Category.PERSONNEL, Category.MATERIAL));
        Money grant = sum(items, EnumSet.of(Category.GRANT));
        Money saving = sum(items, EnumSet.of(Category.SAVING));
        return new CostTotals(gross, grant, saving, gross.minus(grant).minus(saving));
    }

    /** What is left to the district when the posts are kept and the state pays no more (§ 3.7). */
    public Money netWithoutGrant() {
        return net.plus(grant);
    }

    private static Money sum(List<CostItem> items, Set<Category> categories) {
        return Money.sum(
                items.stream()
                        .filter(it -> categories.contains(it.category()))
                        .map(CostItem::amount)
                        .toList());
    }
}
