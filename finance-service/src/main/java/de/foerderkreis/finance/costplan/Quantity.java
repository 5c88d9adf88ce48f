package de.foerderkreis.finance.costplan;

import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many of something, exact: posts in full-time equivalents, workplaces, months.
 *
 * @param thousandths 0.001 to 99,999.999 in thousandths; 500 is half a post
 */
public record Quantity(long thousandths) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(?:[.,](\\d{1,3}))?");

    public Quantity {
        if (thousandths < 1 || thousandths > 99_999_999) {
            throw new IllegalArgumentException("quantity out of range: " + thousandths);
        }
    }

    /** Reads {@code 0.5}, {@code 2,0} or {@code 8}; empty for anything else and for zero. */
    public static Optional<Quantity> parse(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        long thousandths = Long.parseLong(matcher.group(1) + (decimals + "000").substring(0, 3));
        return thousandths == 0 ? Optional.empty() : Optional.of(new Quantity(thousandths));
    }

    /** This many at that price each; half a cent is rounded up, which only odd quantities meet. */
    Money times(Money unitAmount) {
        return Money.ofCents(
                BigDecimal.valueOf(thousandths, 3)
                        .multiply(BigDecimal.valueOf(unitAmount.cents()))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    BigDecimal asDecimal() {
        return BigDecimal.valueOf(thousandths, 3);
    }

    /** Decimals worth writing: none for 8, one for half a post. */
    int decimals() {
        return Math.max(asDecimal().stripTrailingZeros().scale(), 0);
    }

    /** At least one decimal, none more than needed: {@code 2.0}, {@code 0.5}, {@code 0.125}. */
    @Override
    public String toString() {
        return asDecimal().setScale(Math.max(decimals(), 1)).toPlainString();
    }
}
