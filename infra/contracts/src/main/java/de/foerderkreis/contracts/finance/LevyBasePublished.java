package de.foerderkreis.contracts.finance;

import java.util.List;
import java.util.UUID;

/**
 * Published when a levy base version (Umlagegrundlagen, KrO NRW § 56) became usable; key: the base
 * version.
 *
 * @param status {@code MODEL_RUN_1, MODEL_RUN_2, FINAL}
 * @param total sum of all entries, decimal string, EUR
 */
public record LevyBasePublished(
        UUID baseId,
        int year,
        String status,
        String total,
        List<Entry> entries,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.finance.v1";

    /**
     * Base of one municipality.
     *
     * @param ags official municipality key
     * @param base decimal string with two places, EUR
     */
    public record Entry(String ags, String base) {}
}
