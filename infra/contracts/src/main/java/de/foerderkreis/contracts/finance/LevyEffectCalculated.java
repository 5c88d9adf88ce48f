package de.foerderkreis.contracts.finance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when a levy effect (F35) was calculated and frozen; key: the case.
 *
 * @param amount apportioned sum, decimal string, EUR
 * @param rateDelta effect on the levy rate in percentage points, four decimals
 * @param year budget year of the base, absent in events from before
 * @param inputHash SHA-256 over all inputs; the same hash gives the same table
 */
public record LevyEffectCalculated(
        UUID caseId,
        UUID levyEffectId,
        UUID baseId,
        String amount,
        String rateDelta,
        String inputHash,
        @Nullable Integer year,
        List<Share> shares,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.finance.v1";

    /**
     * Computed share of one municipality; all shares sum to the amount to the cent.
     *
     * @param share decimal string with two places, EUR
     * @param base levy base of the municipality, decimal string, EUR; absent in events from before
     * @param perInhabitant share per inhabitant, decimal string with four places, for display only
     */
    public record Share(
            String ags, String share, @Nullable String base, @Nullable String perInhabitant) {}
}
