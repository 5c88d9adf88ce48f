package de.foerderkreis.finance.apportionment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Less or more burden of a part of the district (KrO NRW § 56 Abs. 4). The council chooses between
 * the two kinds; they give different tables.
 */
public sealed interface BurdenRule {

    /** Municipality the rule is about. */
    String ags();

    /**
     * Every euro of this municipality's base counts with a weight, in thousandths: 500 is one half.
     */
    record Weighted(String ags, int thousandths) implements BurdenRule {
        public Weighted {
            if (thousandths < 0 || thousandths > 10_000) {
                throw new IllegalArgumentException("weight outside 0 to 10: " + thousandths);
            }
        }
    }

    /**
     * This municipality is let off a part of its regular share, in thousandths; the others bear the
     * shortfall by their base.
     */
    record FixedDiscount(String ags, int thousandths) implements BurdenRule {
        public FixedDiscount {
            if (thousandths < 0 || thousandths > 1_000) {
                throw new IllegalArgumentException("discount outside 0 to 1: " + thousandths);
            }
        }
    }

    /**
     * Turns the regular weights into those under the rules, exactly. Weighted rules come first;
     * discounts are taken from the shares that follow from them.
     *
     * @throws IllegalArgumentException when two rules name one municipality, a rule names one that
     *     does not take part, or nobody is left to bear a shortfall
     */
    static List<Weight> apply(List<Weight> regular, List<BurdenRule> rules) {
        Map<String, BurdenRule> byAgs = new HashMap<>();
        for (BurdenRule rule : rules) {
            if (regular.stream().noneMatch(it -> it.ags().equals(rule.ags()))) {
                throw new IllegalArgumentException(rule.ags() + " does not take part");
            }
            if (byAgs.put(rule.ags(), rule) != null) {
                throw new IllegalArgumentException("two rules for " + rule.ags());
            }
        }
        var weighted = new ArrayList<Weight>();
        for (Weight weight : regular) {
            int factor =
                    byAgs.get(weight.ags()) instanceof Weighted rule ? rule.thousandths() : 1_000;
            weighted.add(
                    new Weight(weight.ags(), weight.value().multiply(BigInteger.valueOf(factor))));
        }
        return discounted(weighted, byAgs);
    }

    private static List<Weight> discounted(List<Weight> weights, Map<String, BurdenRule> rules) {
        BigInteger thousand = BigInteger.valueOf(1_000);
        BigInteger bearers = BigInteger.ZERO;
        BigInteger shortfall = BigInteger.ZERO;
        for (Weight weight : weights) {
            if (rules.get(weight.ags()) instanceof FixedDiscount rule) {
                BigInteger off = BigInteger.valueOf(rule.thousandths());
                shortfall = shortfall.add(weight.value().multiply(off));
            } else {
                bearers = bearers.add(weight.value());
            }
        }
        if (shortfall.signum() == 0) {
            return List.copyOf(weights);
        }
        if (bearers.signum() == 0) {
            throw new IllegalArgumentException("nobody is left to bear the shortfall");
        }
        // Everything times 1000 × bearers, so that no fraction is left.
        BigInteger bearing = thousand.multiply(bearers).add(shortfall);
        var result = new ArrayList<Weight>();
        for (Weight weight : weights) {
            BigInteger factor =
                    rules.get(weight.ags()) instanceof FixedDiscount rule
                            ? BigInteger.valueOf(1_000 - rule.thousandths()).multiply(bearers)
                            : bearing;
            result.add(new Weight(weight.ags(), weight.value().multiply(factor)));
        }
        return List.copyOf(result);
    }
}
