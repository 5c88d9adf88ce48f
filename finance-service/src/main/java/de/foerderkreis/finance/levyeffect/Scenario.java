package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.apportionment.BurdenRule;
import de.foerderkreis.finance.apportionment.Rate;
import de.foerderkreis.platform.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to be different from the frozen effect. Nothing of it is stored; it lives in
 * the address.
 *
 * @param amount other yearly cost
 * @param rate two-decimal rate to look at
 * @param currentRate other rate in force
 * @param burdens rules under KrO NRW § 56 Abs. 4
 */
record Scenario(
        @Nullable Money amount,
        boolean fundingEnds,
        Key key,
        @Nullable Rate rate,
        @Nullable Rate currentRate,
        List<BurdenRule> burdens) {

    static final Scenario NONE = new Scenario(null, false, Key.BASE, null, null, List.of());

    Scenario {
        burdens = List.copyOf(burdens);
    }

    /** Whether the shares differ from the frozen ones; looking at another rate does not do that. */
    boolean changesShares() {
        return amount != null || fundingEnds || key != Key.BASE || !burdens.isEmpty();
    }

    /** By what an amount is split. Only the base is the legal key. */
    enum Key {
        BASE,
        INHABITANTS,
        /** By base among those without a youth office of their own (KrO NRW § 56 Abs. 5). */
        YOUTH_OFFICE_POOL
    }
}
