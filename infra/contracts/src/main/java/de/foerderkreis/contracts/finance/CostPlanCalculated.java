package de.foerderkreis.contracts.finance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when the cost plan of a case was calculated anew; key: the case. Amounts are decimal
 * strings, EUR per year.
 *
 * @param net gross minus grant minus savings (F33)
 * @param items the lines of the plan, what annex 1 (F77) is made of; absent in events from before
 */
public record CostPlanCalculated(
        UUID caseId,
        UUID costPlanId,
        String gross,
        String grant,
        String saving,
        String net,
        @Nullable List<Item> items,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.finance.v1";

    /**
     * One line of the plan.
     *
     * @param category {@code PERSONNEL, MATERIAL, GRANT, SAVING}
     * @param postCategory post category of the programme (F26), for personnel
     * @param eligible whether the grant covers it (F28)
     * @param amount decimal string, EUR per year
     */
    public record Item(
            String category,
            @Nullable String postCategory,
            String label,
            boolean eligible,
            String amount) {}
}
