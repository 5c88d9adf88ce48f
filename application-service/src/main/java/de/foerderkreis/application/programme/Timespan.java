package de.foerderkreis.application.programme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time known to the day, month, quarter or year, over one or several of them. Written {@code
 * 2014-04-15}, {@code 2014-04}, {@code 2014-Q4}, {@code 2015}, {@code 2014-05..2014-06}, or {@code
 * 2014-04..} with an open end.
 *
 * @param from first day
 * @param to last day, absent for an open end
 */
public record Timespan(LocalDate from, @Nullable LocalDate to, Precision precision) {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    /** How exactly a time is known. */
    public enum Precision {
        DAY,
        MONTH,
        QUARTER,
        YEAR
    }

    public Timespan {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(to + " lies before " + from);
        }
    }

    /** A single day. */
    public static Timespan on(LocalDate day) {
        return new Timespan(day, day, Precision.DAY);
    }

    /** The day, month, quarter or year that a day lies in. */
    public static Timespan around(LocalDate day, Precision precision) {
        return switch (precision) {
            case DAY -> on(day);
            case MONTH -> {
                var month = YearMonth.from(day);
                yield new Timespan(month.atDay(1), month.atEndOfMonth(), precision);
            }
            case QUARTER -> {
                var from = day.with(IsoFields.DAY_OF_QUARTER, 1);
                yield new Timespan(from, from.plusMonths(3).minusDays(1), precision);
            }
            case YEAR -> {
                var from = day.withDayOfYear(1);
                yield new Timespan(from, from.plusYears(1).minusDays(1), precision);
            }
        };
    }

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException if it is none of those above, or mixes two of them
     */
    @JsonCreator
    public static Timespan parse(String text) {
        var dots = text.indexOf("..");
        if (dots < 0) {
            return single(text);
        }
        var first = single(text.substring(0, dots));
        if (text.length() == dots + 2) {
            return new Timespan(first.from, null, first.precision);
        }
        var last = single(text.substring(dots + 2));
        if (last.precision != first.precision) {
            throw new IllegalArgumentException(text + " mixes two precisions");
        }
        return new Timespan(first.from, last.to, first.precision);
    }

    private static Timespan single(String text) {
        try {
            var quarter = QUARTER.matcher(text);
            if (quarter.matches()) {
                var month = Integer.parseInt(quarter.group(2)) * 3;
                return around(
                        LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1),
                        Precision.QUARTER);
            }
            return switch (text.length()) {
                case 4 -> around(Year.parse(text).atDay(1), Precision.YEAR);
                case 7 -> around(YearMonth.parse(text).atDay(1), Precision.MONTH);
                default -> on(LocalDate.parse(text));
            };
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    text + " is no day, month, quarter or year", unreadable);
        }
    }

    /** The notation that {@link #parse} reads. */
    @JsonValue
    @Override
    public String toString() {
        var first = write(from);
        if (to == null) {
            return first + "..";
        }
        var last = write(to);
        return first.equals(last) ? first : first + ".." + last;
    }

    private String write(LocalDate day) {
        return switch (precision) {
            case DAY -> day.toString();
            case MONTH -> YearMonth.from(day).toString();
            case QUARTER -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> Integer.toString(day.getYear());
        };
    }

    /** As people say it: {@code April 2014}, {@code 4. Quartal 2014}, {@code ab Juni 2014}. */
    public String in(Locale locale) {
        var english = locale.getLanguage().equals("en");
        var first = say(from, english);
        if (to == null) {
            return (english ? "from " : "ab ") + first;
        }
        var last = say(to, english);
        return first.equals(last) ? first : first + (english ? " to " : " bis ") + last;
    }

    private String say(LocalDate day, boolean english) {
        return switch (precision) {
            case DAY ->
                    english
                            ? DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(day)
                            : DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMAN).format(day);
            case MONTH ->
                    DateTimeFormatter.ofPattern(
                                    "LLLL uuuu", english ? Locale.ENGLISH : Locale.GERMAN)
                            .format(day);
            case QUARTER ->
                    english
                            ? "Q" + day.get(IsoFields.QUARTER_OF_YEAR) + " " + day.getYear()
                            : day.get(IsoFields.QUARTER_OF_YEAR) + ". Quartal " + day.getYear();
            case YEAR -> Integer.toString(day.getYear());
        };
    }
}
