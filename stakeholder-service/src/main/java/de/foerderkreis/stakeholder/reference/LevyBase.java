package de.foerderkreis.stakeholder.reference;

import de.foerderkreis.platform.money.Money;
import java.util.Map;
import java.util.UUID;

/**
 * A levy base version (Umlagegrundlagen) as finance-service published it.
 *
 * @param status {@code MODEL_RUN_1, MODEL_RUN_2, FINAL}
 * @param byAgs base of each municipality
 */
public record LevyBase(UUID id, int year, String status, Map<String, Money> byAgs) {

    public LevyBase {
        byAgs = Map.copyOf(byAgs);
    }
}
