package de.foerderkreis.finance.apportionment;

import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A levy rate (Umlagesatz) as a budget statute states it: percent with two decimals.
 *
 * @param hundredths hundredths of a percent, 0 to 10,000; 3614 is 36.14 %
 */
public record Rate(int hundredths) implements Comparable<Rate> {

    /** The finest change of a two-decimal rate: 0.01 percentage points. */
    public static final Rate SMALLEST_STEP = new Rate(1);

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))?");

    public Rate {
        if (hundredths < 0 || hundredths > 10_000) {
            throw new IllegalArgumentException("rate outside 0 to 100 %: " + hundredths);
        }
    }

    /** Reads {@code 36.14}, {@code 36,1} or {@code 36}; empty for anything else. */
    public static Optional<Rate> parse(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        int hundredths = Integer.parseInt(matcher.group(1) + (decimals + "00").substring(0, 2));
        return hundredths > 10_000 ? Optional.empty() : Optional.of(new Rate(hundredths));
    }

    /** One notice: base × rate, rounded half up to the cent on its own (domain §3.5). */
    public Money on(Money base) {
        BigInteger exact =
                BigInteger.valueOf(base.cents()).multiply(BigInteger.valueOf(hundredths));
        BigInteger[] parts = exact.abs().divideAndRemainder(WHOLE);
        boolean up = parts[1].shiftLeft(1).compareTo(WHOLE) >= 0;
        BigInteger rounded = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return Money.ofCents(exact.signum() * rounded.longValueExact());
    }

    /** Percent as a decimal number with two decimals. */
    public BigDecimal asDecimal() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    @Override
    public int compareTo(Rate other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    /** Two decimals with a point, without the percent sign. */
    @Override
    public String toString() {
        return asDecimal().toPlainString();
    }
}
