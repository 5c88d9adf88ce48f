package de.foerderkreis.finance.costplan;

import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One saved version of the cost plan of a case; never changed afterwards.
 *
 * @param id names exactly this version
 * @param version counts the saves of the case's plan from 1
 * @param startsOn day the costs begin, where it is known
 */
public record CostPlan(
        UUID id,
        UUID caseId,
        long version,
        @Nullable LocalDate startsOn,
        List<CostItem> items,
        CostTotals totals,
        Instant savedAt) {

    public CostPlan {
        items = List.copyOf(items);
    }

    /**
     * What falls into a year if the costs begin in it: whole months, to the cent (domain § 3.7).
     */
    public Optional<Money> costIn(int year) {
        return Optional.ofNullable(startsOn)
                .filter(it -> it.getYear() == year)
                .map(it ->
                        Money.ofCents(
                                BigDecimal.valueOf(totals.net().cents())
                                        .multiply(BigDecimal.valueOf(13L - it.getMonthValue()))
                                        .divide(BigDecimal.valueOf(12), 0, RoundingMode.HALF_UP)
                                        .longValueExact()));
    }

    /** Paths of what another version says differently, as a client names them. */
    List<String> changedSince(CostPlan seen) {
        var changed = new ArrayList<String>();
        if (!Objects.equals(startsOn, seen.startsOn)) {
            changed.add("startsOn");
        }
        int common = Math.min(items.size(), seen.items.size());
        for (int index = 0; index < common; index++) {
            CostItem now = items.get(index);
            CostItem then = seen.items.get(index);
            String path = "items[" + index + "].";
            note(changed, path + "label", now.label(), then.label());
            note(changed, path + "category", now.category(), then.category());
            note(changed, path + "eligible", now.eligible(), then.eligible());
            note(changed, path + "quantity", now.quantity(), then.quantity());
            note(changed, path + "unitAmount", now.unitAmount(), then.unitAmount());
            note(changed, path + "postCategory", now.postCategory(), then.postCategory());
            note(changed, path + "levyPool", now.levyPool(), then.levyPool());
        }
        for (int index = common; index < Math.max(items.size(), seen.items.size()); index++) {
            changed.add("items[" + index + "]");
        }
        return changed;
    }

    private static void note(
            List<String> changed, String path, @Nullable Object now, @Nullable Object then) {
        if (!Objects.equals(now, then)) {
            changed.add(path);
        }
    }
}
