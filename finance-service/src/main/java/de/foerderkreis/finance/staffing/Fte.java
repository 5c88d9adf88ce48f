package de.foerderkreis.finance.staffing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Full-time equivalents, exact to two places; half a post is 0.50 (F31).
 *
 * @param hundredths 0 to 99,999 hundredths of a full-time equivalent
 */
public record Fte(long hundredths) implements Comparable<Fte> {

    public static final Fte NONE = new Fte(0);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))?");

    public Fte {
        if (hundredths < 0 || hundredths > 99_999) {
            throw new IllegalArgumentException("full-time equivalents out of range: " + hundredths);
        }
    }

    /** Reads {@code 0.5}, {@code 2,00} or {@code 3}; empty for anything else. */
    public static Optional<Fte> parse(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(
                new Fte(Long.parseLong(matcher.group(1) + (decimals + "00").substring(0, 2))));
    }

    /** So many whole posts. */
    public static Fte ofPosts(int posts) {
        return new Fte(posts * 100L);
    }

    static Fte sum(Collection<Fte> parts) {
        return new Fte(parts.stream().mapToLong(Fte::hundredths).sum());
    }

    Fte plus(Fte other) {
        return new Fte(hundredths + other.hundredths);
    }

    public boolean isNone() {
        return hundredths == 0;
    }

    /** The fewest people who can fill this much: nobody works more than one post. */
    int fewestHeads() {
        return Math.toIntExact((hundredths + 99) / 100);
    }

    public BigDecimal asDecimal() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    @Override
    public int compareTo(Fte other) {
        return Long.compare(hundredths, other.hundredths);
    }

    /** Two decimals with a point: {@code 3.50}. */
    @Override
    public String toString() {
        return asDecimal().toPlainString();
    }
}
