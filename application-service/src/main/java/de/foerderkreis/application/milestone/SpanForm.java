package de.foerderkreis.application.milestone;

import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.programme.Timespan;
import de.foerderkreis.application.programme.Timespan.Precision;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * A time as exact as somebody knows it, in fields: first how exactly, then what fits it. Fields of
 * another precision may be filled; they are kept and not read.
 *
 * @param end {@code UNTIL} if it goes on to the second set of fields, {@code OPEN} if it has no end
 */
record SpanForm(
        @Nullable String precision,
        @Nullable String day,
        @Nullable String month,
        @Nullable String quarter,
        @Nullable String year,
        @Nullable String end,
        @Nullable String toDay,
        @Nullable String toMonth,
        @Nullable String toQuarter,
        @Nullable String toYear) {

    /** How a time ends. */
    enum End {
        /** With the day, month, quarter or year it begins in. */
        SAME,
        UNTIL,
        OPEN
    }

    /** Years are written with four digits; no plan is older. */
    private static final int EARLIEST = 1900;

    static final SpanForm EMPTY =
            new SpanForm(null, null, null, null, null, null, null, null, null, null);

    /** The fields filled with a time; empty ones where there is none. */
    static SpanForm of(@Nullable Timespan it) {
        if (it == null) {
            return EMPTY;
        }
        var from = it.from();
        var to = it.to();
        var single = it.equals(Timespan.around(from, it.precision()));
        // What is not needed is filled all the same: choosing less exactly keeps the rest.
        return new SpanForm(
                it.precision().name(),
                from.toString(),
                Integer.toString(from.getMonthValue()),
                Integer.toString(from.get(IsoFields.QUARTER_OF_YEAR)),
                Integer.toString(from.getYear()),
                (to == null ? End.OPEN : single ? End.SAME : End.UNTIL).name(),
                to == null || single ? "" : to.toString(),
                to == null || single ? "" : Integer.toString(to.getMonthValue()),
                to == null || single ? "" : Integer.toString(to.get(IsoFields.QUARTER_OF_YEAR)),
                to == null || single ? "" : Integer.toString(to.getYear()));
    }

    /** Today, for what was done today. */
    static SpanForm today(LocalDate today) {
        return of(Timespan.on(today));
    }

    /**
     * Reads the fields that fit the precision; what is wrong with them goes to {@code check}.
     *
     * @param field name of the set, the fields are {@code <field>.<component>}
     * @return absent where no precision was chosen or something was wrong
     */
    @Nullable Timespan read(String field, FormCheck check) {
        var exactly = check.optionalChoice(field + ".precision", precision, Precision.class);
        var ending = check.optionalChoice(field + ".end", end, End.class);
        if (exactly == null) {
            return null;
        }
        var from = new Fields(field + ".", "day", "month", "quarter", "year", check);
        var first = from.read(exactly, day, month, quarter, year);
        if (ending == End.OPEN) {
            return first == null ? null : new Timespan(first.from(), null, exactly);
        }
        if (ending != End.UNTIL) {
            return first;
        }
        var to = new Fields(field + ".", "toDay", "toMonth", "toQuarter", "toYear", check);
        var last = to.read(exactly, toDay, toMonth, toQuarter, toYear);
        if (first == null || last == null) {
            return null;
        }
        if (last.from().isBefore(first.from())) {
            check.wrong(
                    field + (exactly == Precision.DAY ? ".toDay" : ".toYear"), "end-before-start");
            return null;
        }
        return new Timespan(first.from(), last.to(), exactly);
    }

    /** One end of a time; its fields by name. */
    private record Fields(
            String prefix, String day, String month, String quarter, String year, FormCheck check) {

        @Nullable Timespan read(
                Precision exactly,
                @Nullable String typedDay,
                @Nullable String typedMonth,
                @Nullable String typedQuarter,
                @Nullable String typedYear) {
            if (exactly == Precision.DAY) {
                if (typedDay == null || typedDay.isBlank()) {
                    check.wrong(prefix + day, "day-missing");
                    return null;
                }
                var read = check.optionalDay(prefix + day, typedDay);
                return read == null ? null : Timespan.on(read);
            }
            var inMonth =
                    switch (exactly) {
                        case DAY, YEAR -> Integer.valueOf(1);
                        case MONTH -> number(prefix + month, typedMonth, 1, 12, "month-missing");
                        case QUARTER -> {
                            var no =
                                    number(prefix + quarter, typedQuarter, 1, 4, "quarter-missing");
                            yield no == null ? null : no * 3;
                        }
                    };
            var inYear = number(prefix + year, typedYear, EARLIEST, 9999, "year-missing");
            if (inMonth == null || inYear == null) {
                return null;
            }
            return Timespan.around(LocalDate.of(inYear, inMonth, 1), exactly);
        }

        private @Nullable Integer number(
                String field, @Nullable String typed, int least, int most, String missing) {
            var text = typed == null ? "" : typed.strip();
            if (text.matches("\\d{1,4}")) {
                var number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            check.wrong(field, missing);
            return null;
        }
    }
}
