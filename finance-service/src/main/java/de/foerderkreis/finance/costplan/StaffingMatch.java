package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.costplan.CostItem.Category;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.staffing.StaffingPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Holds the personnel lines of a cost plan against the staffing plan, kind by kind. */
final class StaffingMatch {

    private StaffingMatch() {}

    static List<CostWarning> of(
            List<CostItem> items,
            StaffingPlan.Content staffing,
            @Nullable Programme programme,
            Locale locale) {
        var warnings = new ArrayList<CostWarning>();
        for (StaffingPlan.Post post : staffing.posts()) {
            List<Integer> places =
                    IntStream.range(0, items.size())
                            .filter(it -> isOf(items.get(it), post.category()))
                            .boxed()
                            .toList();
            long planned =
                    places.stream().mapToLong(it -> items.get(it).quantity().thousandths()).sum();
            if (planned == post.fte().hundredths() * 10) {
                continue;
            }
            String label =
                    programme == null
                            ? post.category()
                            : programme.postLabel(post.category(), locale);
            if (places.isEmpty()) {
                warnings.add(
                        new CostWarning(
                                null,
                                "posts-without-line",
                                List.of(post.fte().asDecimal(), label)));
            } else {
                warnings.add(
                        new CostWarning(
                                places.getFirst(),
                                "posts-differ",
                                List.of(
                                        post.fte().asDecimal(),
                                        BigDecimal.valueOf(planned, 3),
                                        label)));
            }
        }
        return warnings;
    }

    private static boolean isOf(CostItem item, String postCategory) {
        return item.category() == Category.PERSONNEL && postCategory.equals(item.postCategory());
    }
}
