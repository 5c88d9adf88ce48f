package de.foerderkreis.finance.costplan;

import de.foerderkreis.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cost plan as clients read it.
 *
 * @param id names exactly this version of the plan
 * @param locked whether it is closed for changes
 */
record CostPlanView(
        UUID caseId,
        UUID id,
        long version,
        boolean locked,
        @Nullable LocalDate startsOn,
        Instant savedAt,
        List<ItemView> items,
        CostTotals totals,
        Money gross,
        Money grant,
        Money saving,
        Money net,
        List<WarningView> warnings) {

    static CostPlanView of(CostPlan plan, boolean locked, List<WarningView> warnings) {
        return new CostPlanView(
                plan.caseId(),
                plan.id(),
                plan.version(),
                locked,
                plan.startsOn(),
                plan.savedAt(),
                plan.items().stream().map(ItemView::of).toList(),
                plan.totals(),
                plan.totals().gross(),
                plan.totals().grant(),
                plan.totals().saving(),
                plan.totals().net(),
                warnings);
    }

    /** One line with its computed amount. */
    record ItemView(
            String label,
            CostItem.Category category,
            boolean eligible,
            String quantity,
            Money unitAmount,
            Money amount,
            @Nullable String postCategory,
            CostItem.LevyPool levyPool) {

        static ItemView of(CostItem item) {
            return new ItemView(
                    item.label(),
                    item.category(),
                    item.eligible(),
                    item.quantity().toString(),
                    item.unitAmount(),
                    item.amount(),
                    item.postCategory(),
                    item.levyPool());
        }
    }

    /** Something to look at. */
    record WarningView(@Nullable Integer item, String code, String message) {}
}
