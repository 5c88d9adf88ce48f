package de.foerderkreis.contracts.finance;

import java.util.UUID;

/**
 * Published when the cost plan of a case was calculated anew; key: the case. Amounts are decimal
 * strings, EUR per year.
 *
 * @param net gross minus grant minus savings (F33)
 */
public record CostPlanCalculated(
        UUID caseId,
        UUID costPlanId,
        String gross,
        String grant,
        String saving,
        String net,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.finance.v1";
}
