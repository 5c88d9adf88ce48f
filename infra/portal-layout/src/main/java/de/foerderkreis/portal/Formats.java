package de.foerderkreis.portal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * How figures and dates are written, in the reader's language; templates reach it as {@code
 * #formats}. Days are those of Berlin. A missing value is written as an en dash.
 */
public final class Formats {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String MISSING = "–";
    private static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final DateTimeFormatter GERMAN_DATE =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMAN);
    private static final DateTimeFormatter ENGLISH_DATE =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Supplier<Instant> now;

    /**
     * @param now business time, which relative dates are counted from
     */
    public Formats(Supplier<Instant> now) {
        this.now = now;
    }

    /** {@code 80.000,00 €} or {@code €80,000.00}. */
    public String money(@Nullable Long cents) {
        if (cents == null) {
            return MISSING;
        }
        return money(cents, "#,##0.00", 2);
    }

    /** Whole euros, commercially rounded, for charts and head lines: {@code 80.000 €}. */
    public String euros(@Nullable Long cents) {
        if (cents == null) {
            return MISSING;
        }
        return money(cents, "#,##0", 0);
    }

    /** Euros as a decimal string of the API, {@code "80000.00"}. */
    public String money(@Nullable String decimal) {
        return decimal == null || decimal.isBlank()
                ? MISSING
                : money(new BigDecimal(decimal).movePointRight(2).longValueExact());
    }

    private String money(long cents, String pattern, int digits) {
        var amount = BigDecimal.valueOf(cents, 2).setScale(digits, RoundingMode.HALF_UP);
        var text = decimal(pattern).format(amount.abs());
        var sign = amount.signum() < 0 ? String.valueOf(MINUS) : "";
        return german() ? sign + text + NO_BREAK + "€" : sign + "€" + text;
    }

    /** An amount for an input field, without the sign of the currency: {@code 80.000,00}. */
    public String moneyInput(@Nullable Long cents) {
        return cents == null ? "" : decimal("#,##0.00").format(BigDecimal.valueOf(cents, 2));
    }

    /**
     * Reads an amount as people write it, in either language: {@code 80.000,00}, {@code 80000,5},
     * {@code 80,000.00}, {@code 80000}, with or without €. A single dot or comma followed by
     * exactly three digits separates thousands.
     *
     * @return cents
     * @throws NumberFormatException if it is no amount or has more than two decimals
     */
    public static long cents(String text) {
        var clean = text.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(MINUS, '-');
        var last = Math.max(clean.lastIndexOf(','), clean.lastIndexOf('.'));
        var decimals = last < 0 ? 0 : clean.length() - last - 1;
        var decimalMark = last >= 0 && decimals != 3;
        var whole = decimalMark ? clean.substring(0, last) : clean;
        var fraction = decimalMark ? clean.substring(last + 1) : "";
        if (!whole.matches("-?\\d+") && !whole.matches("-?\\d{1,3}([.,'’])\\d{3}(\\1\\d{3})*")) {
            throw new NumberFormatException("Not an amount: " + text);
        }
        if (decimalMark && !fraction.matches("\\d{1,2}")) {
            throw new NumberFormatException("Not an amount in euros and cents: " + text);
        }
        return new BigDecimal(whole.replaceAll("[.,'’]", "") + (decimalMark ? "." + fraction : ""))
                .movePointRight(2)
                .longValueExact();
    }

    /** A whole number with separated thousands. */
    public String number(@Nullable Number value) {
        return value == null ? MISSING : decimal("#,##0").format(value).replace('-', MINUS);
    }

    /** A decimal number with exactly so many digits after the mark. */
    public String number(@Nullable BigDecimal value, int digits) {
        return value == null
                ? MISSING
                : decimal("#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)))
                        .format(value)
                        .replace('-', MINUS);
    }

    /** A number that already counts hundredths: 36.14 is {@code 36,14 %}. */
    public String percent(@Nullable BigDecimal value, int digits) {
        if (value == null) {
            return MISSING;
        }
        return number(value, digits) + (german() ? NO_BREAK + "%" : "%");
    }

    /** A part of a whole as per cent, commercially rounded; a whole of zero has no parts. */
    public String percentOf(long part, long whole, int digits) {
        return whole == 0
                ? MISSING
                : percent(
                        BigDecimal.valueOf(part)
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP),
                        digits);
    }

    /** {@code 13 von 19}. */
    public String fraction(long part, long whole) {
        return number(part) + (german() ? " von " : " of ") + number(whole);
    }

    /**
     * {@code 25.02.2014} or {@code 25 Feb 2014}; takes a day, an instant (as a day in Berlin) or an
     * ISO text.
     */
    public String date(@Nullable Object value) {
        var day = day(value);
        return day == null ? MISSING : (german() ? GERMAN_DATE : ENGLISH_DATE).format(day);
    }

    /** {@code 25.02.2014, 14:32} with {@code Uhr} in German. */
    public String dateTime(@Nullable Instant value) {
        if (value == null) {
            return MISSING;
        }
        return date(value)
                + ", "
                + TIME.format(value.atZone(BERLIN))
                + (german() ? NO_BREAK + "Uhr" : "");
    }

    /** {@code 14:32}. */
    public String time(@Nullable Instant value) {
        return value == null ? MISSING : TIME.format(value.atZone(BERLIN));
    }

    /**
     * How far a day is away by business time: {@code heute}, {@code morgen}, {@code in 7 Tagen},
     * {@code seit 3 Tagen vorbei}.
     */
    public String dueIn(@Nullable Object value) {
        var day = day(value);
        if (day == null) {
            return MISSING;
        }
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now.get(), BERLIN), day);
        if (days == 0) {
            return german() ? "heute" : "today";
        }
        if (days == 1) {
            return german() ? "morgen" : "tomorrow";
        }
        if (days > 0) {
            return german() ? "in " + days + " Tagen" : "in " + days + " days";
        }
        if (days == -1) {
            return german() ? "seit gestern vorbei" : "passed yesterday";
        }
        return german() ? "seit " + -days + " Tagen vorbei" : "passed " + -days + " days ago";
    }

    /** Whether a day lies behind us by business time. */
    public boolean overdue(@Nullable Object value) {
        var day = day(value);
        return day != null && day.isBefore(LocalDate.ofInstant(now.get(), BERLIN));
    }

    /**
     * The day for an input of type date and for {@code <time datetime>}: {@code 2014-02-25}, empty
     * if missing.
     */
    public String iso(@Nullable Object value) {
        var day = day(value);
        return day == null ? "" : day.toString();
    }

    /** Bytes as people read them: {@code 1,4 MB}. */
    public String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " Byte";
        }
        return bytes < 1_000_000
                ? number(BigInteger.valueOf((bytes + 500) / 1_000)) + NO_BREAK + "kB"
                : number(BigDecimal.valueOf(bytes).movePointLeft(6), 1) + NO_BREAK + "MB";
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> day;
            case Instant instant -> LocalDate.ofInstant(instant, BERLIN);
            case CharSequence text when text.isEmpty() -> null;
            case CharSequence text when text.length() == 10 -> LocalDate.parse(text);
            case CharSequence text -> LocalDate.ofInstant(Instant.parse(text), BERLIN);
            default ->
                    throw new IllegalArgumentException(
                            "Neither a day nor an instant: " + value.getClass());
        };
    }

    private static boolean german() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    private static DecimalFormat decimal(String pattern) {
        var format =
                new DecimalFormat(
                        pattern,
                        DecimalFormatSymbols.getInstance(german() ? Locale.GERMANY : Locale.UK));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
