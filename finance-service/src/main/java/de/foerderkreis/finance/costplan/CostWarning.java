package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.costplan.CostItem.Category;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.staffing.StaffingPlan;
import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something about a plan a person should look at; it stops nobody.
 *
 * @param item place of the line it is about, absent when it is about the whole
 * @param code its text is {@code cost-warning-<code>} in the problem texts
 */
record CostWarning(@Nullable Integer item, String code, List<Object> args) {

    /**
     * Looks at the lines of a plan.
     *
     * @param programme absent while none has been heard of
     * @param staffing what the staffing plan says, absent while there is none
     */
    static List<CostWarning> of(
            List<CostItem> items,
            @Nullable Programme programme,
            StaffingPlan.@Nullable Content staffing,
            Locale locale) {
        var warnings = new ArrayList<CostWarning>();
        CostTotals totals = CostTotals.of(items);
        for (int index = 0; index < items.size(); index++) {
            CostItem item = items.get(index);
            if (item.eligible() && !item.category().isCost()) {
                warnings.add(new CostWarning(index, "eligible-income", List.of()));
            }
            if (item.eligible() && item.category() == Category.MATERIAL) {
                warnings.add(new CostWarning(index, "eligible-material", List.of()));
            }
        }
        Money eligible =
                Money.sum(
                        items.stream()
                                .filter(it -> it.eligible() && it.category().isCost())
                                .map(CostItem::amount)
                                .toList());
        Money grant = totals.grant();
        if (grant.compareTo(eligible) > 0) {
            warnings.add(
                    new CostWarning(
                            null, "grant-above-eligible", List.of(euros(grant), euros(eligible))));
        }
        if (totals.net().isNegative()) {
            warnings.add(new CostWarning(null, "net-negative", List.of()));
        }
        if (programme != null) {
            warnings.addAll(onPosts(items, programme));
            Money unused = programme.grantCapPerYear().minus(grant);
            if (!unused.isZero()) {
                warnings.add(
                        new CostWarning(
                                null,
                                "grant-below-cap",
                                List.of(euros(unused), euros(programme.grantCapPerYear()))));
            }
        }
        if (staffing != null) {
            warnings.addAll(StaffingMatch.of(items, staffing, programme, locale));
        }
        return warnings;
    }

    private static List<CostWarning> onPosts(List<CostItem> items, Programme programme) {
        long posts =
                items.stream()
                        .filter(it -> it.eligible() && it.category() == Category.PERSONNEL)
                        .mapToLong(it -> it.quantity().thousandths())
                        .sum();
        if (posts == programme.maxPostsThousandth()) {
            return List.of();
        }
        return List.of(
                new CostWarning(
                        null,
                        posts > programme.maxPostsThousandth()
                                ? "posts-above-programme"
                                : "posts-below-programme",
                        List.of(posts(posts), posts(programme.maxPostsThousandth()))));
    }

    private static BigDecimal euros(Money amount) {
        return BigDecimal.valueOf(amount.cents(), 2);
    }

    private static BigDecimal posts(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3);
    }
}
