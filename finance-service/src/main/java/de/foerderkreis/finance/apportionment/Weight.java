package de.foerderkreis.finance.apportionment;

import java.math.BigInteger;

/**
 * What one municipality brings to an apportionment.
 *
 * @param ags official municipality key; decides ties in ascending order
 * @param value not negative; its unit is free as long as all weights share it
 */
public record Weight(String ags, BigInteger value) {

    public Weight {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("weight of " + ags + " is negative: " + value);
        }
    }
}
