package de.foerderkreis.finance.apportionment;

import de.foerderkreis.platform.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Splits an amount so that no cent is lost or made: whole cents first, the rest to the largest
 * fractions of a cent. Rounding every share on its own does not do: 80,000.00 EUR over the 19
 * municipalities of the Rhein-Sieg-Kreis would become 79,999.99.
 */
public final class LargestRemainder {

    private static final Comparator<Quota> LARGEST_REMAINDER_FIRST =
            Comparator.comparing(Quota::remainder).reversed().thenComparing(Quota::ags);

    private LargestRemainder() {}

    /**
     * Apportions the amount; a negative one mirrors the positive one.
     *
     * @param weights at least one positive; no AGS twice
     * @return one portion per weight, by ascending AGS whatever order came in
     */
    public static List<Portion> split(Money amount, List<Weight> weights) {
        BigInteger total =
                weights.stream().map(Weight::value).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("nothing to apportion by: all weights are zero");
        }
        BigInteger cents = BigInteger.valueOf(amount.cents()).abs();
        var quotas = new ArrayList<Quota>();
        var seen = new HashSet<String>();
        long left = cents.longValueExact();
        for (Weight weight : weights) {
            if (!seen.add(weight.ags())) {
                throw new IllegalArgumentException(weight.ags() + " takes part twice");
            }
            BigInteger[] parts = cents.multiply(weight.value()).divideAndRemainder(total);
            long floor = parts[0].longValueExact();
            quotas.add(new Quota(weight.ags(), floor, parts[1]));
            left -= floor;
        }
        quotas.sort(LARGEST_REMAINDER_FIRST);
        int sign = amount.isNegative() ? -1 : 1;
        var portions = new ArrayList<Portion>();
        for (int place = 0; place < quotas.size(); place++) {
            Quota quota = quotas.get(place);
            long share = quota.floor() + (place < left ? 1 : 0);
            portions.add(
                    new Portion(
                            quota.ags(),
                            Money.ofCents(sign * share),
                            Money.ofCents(sign * quota.floor()),
                            quota.remainder(),
                            total,
                            place + 1));
        }
        portions.sort(Comparator.comparing(Portion::ags));
        return List.copyOf(portions);
    }

    private record Quota(String ags, long floor, BigInteger remainder) {}
}
