package de.foerderkreis.stakeholder.tally;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole as an exact fraction; it is rounded only to be shown.
 *
 * @param part the part, 0 or more
 * @param whole the whole, 0 or more
 */
public record Share(long part, long whole) {

    /** In percent with two decimals, half up; shares of one whole need not add up to 100. */
    public BigDecimal percent() {
        return whole == 0
                ? BigDecimal.ZERO.setScale(2)
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
