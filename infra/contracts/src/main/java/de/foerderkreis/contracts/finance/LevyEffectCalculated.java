package de.foerderkreis.contracts.finance;

import java.util.List;
import java.util.UUID;

/**
 * Published when a levy effect (F35) was calculated and frozen; key: the case.
 *
 * @param amount apportioned sum, decimal string, EUR
 * @param rateDelta effect on the levy rate in percentage points, four decimals
 * @param inputHash SHA-256 over all inputs; the same hash gives the same table
 */
public record LevyEffectCalculated(
        UUID caseId,
        UUID levyEffectId,
        UUID baseId,
        String amount,
        String rateDelta,
        String inputHash,
        List<Share> shares,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.finance.v1";

    /**
     * Computed share of one municipality; all shares sum to the amount to the cent.
     *
     * @param share decimal string with two places, EUR
     */
    public record Share(String ags, String share) {}
}
