package de.foerderkreis.finance.apportionment;

import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a two-decimal rate does with a need: the levy is set as a percentage of the base, so it
 * nearly never meets the need to the cent (domain §3.5, test vector B).
 *
 * @param currentRate rate in force before the extra amount
 * @param rate rate looked at
 * @param currentLevy what the rate in force brings on the whole base
 * @param need that plus the extra amount
 * @param levy what the rate looked at brings on the whole base
 * @param exactRate rate that would meet the need, percent, seven decimals, cut off
 * @param difference levy minus need; negative means short
 * @param noticesSum sum of the notices, each rounded on its own
 */
public record RateView(
        Rate currentRate,
        Rate rate,
        Money currentLevy,
        Money need,
        Money levy,
        BigDecimal exactRate,
        Money difference,
        Money noticesSum) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Computes the view; the bases must not sum to zero. */
    public static RateView of(Rate currentRate, Rate rate, Money amount, List<Money> bases) {
        Money whole = Money.sum(bases);
        Money currentLevy = currentRate.on(whole);
        Money need = currentLevy.plus(amount);
        Money levy = rate.on(whole);
        return new RateView(
                currentRate,
                rate,
                currentLevy,
                need,
                levy,
                percentage(need, whole, 7, RoundingMode.DOWN),
                levy.minus(need),
                Money.sum(bases.stream().map(rate::on).toList()));
    }

    /** Effect of an amount on the rate in percentage points, rounded half up. */
    public static BigDecimal delta(Money amount, Money whole, int decimals) {
        return percentage(amount, whole, decimals, RoundingMode.HALF_UP);
    }

    /** Smallest two-decimal rate that meets the need. */
    public static Rate covering(Rate currentRate, Money amount, Money whole) {
        Money need = currentRate.on(whole).plus(amount);
        int hundredths =
                percentage(need, whole, 2, RoundingMode.CEILING).movePointRight(2).intValueExact();
        return new Rate(Math.clamp(hundredths, 0, 10_000));
    }

    private static BigDecimal percentage(
            Money part, Money whole, int decimals, RoundingMode rounding) {
        return BigDecimal.valueOf(part.cents())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole.cents()), decimals, rounding);
    }
}
