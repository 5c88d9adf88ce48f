package de.foerderkreis.finance.costplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one text form of a version of a plan, with its own mapper, so that no setting of the
 * application can change it; amounts are decimal strings, EUR per year.
 *
 * @param format version of this shape; a change gets another number
 */
record PlanText(
        int format,
        UUID caseId,
        UUID costPlanId,
        long version,
        @Nullable LocalDate startsOn,
        List<Item> items,
        String gross,
        String grant,
        String saving,
        String net) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    record Item(
            String label,
            String category,
            boolean eligible,
            String quantity,
            String unitAmount,
            String amount,
            @Nullable String postCategory,
            String levyPool) {}

    static String of(CostPlan plan) {
        var totals = plan.totals();
        return MAPPER.writeValueAsString(
                new PlanText(
                        1,
                        plan.caseId(),
                        plan.id(),
                        plan.version(),
                        plan.startsOn(),
                        plan.items().stream().map(PlanText::item).toList(),
                        totals.gross().toString(),
                        totals.grant().toString(),
                        totals.saving().toString(),
                        totals.net().toString()));
    }

    private static Item item(CostItem item) {
        return new Item(
                item.label(),
                item.category().name(),
                item.eligible(),
                item.quantity().toString(),
                item.unitAmount().toString(),
                item.amount().toString(),
                item.postCategory(),
                item.levyPool().name());
    }
}
