package de.foerderkreis.finance.apportionment;

import de.foerderkreis.platform.money.Money;
import java.math.BigInteger;

/**
 * One municipality's part of an apportioned amount, with the steps that led to it.
 *
 * @param share what it bears; all shares sum to the amount exactly
 * @param floor whole cents before the remaining ones were handed out, sign of the amount
 * @param remainder numerator of the fraction of a cent left after the floor
 * @param divisor denominator of that fraction, the sum of all weights
 * @param rank place among the remainders, 1 is the largest; ties by ascending AGS
 */
public record Portion(
        String ags, Money share, Money floor, BigInteger remainder, BigInteger divisor, int rank) {

    /** Whether one of the remaining cents went here. */
    public boolean gotExtraCent() {
        return !share.equals(floor);
    }
}
