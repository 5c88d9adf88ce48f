package de.foerderkreis.stakeholder.district;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The calendar of a district: weekends and public holidays are no working days; quiet days are, but
 * earn a hint.
 */
public record WorkingDays(Set<QuietDay> quietDays) {

    public WorkingDays {
        quietDays = Set.copyOf(quietDays);
    }

    /** Whether offices work on this day. */
    public boolean includes(LocalDate day) {
        return !weekend(day) && PublicHolidays.on(day).isEmpty();
    }

    /**
     * The day itself, or else the working day before it. A deadline counted backward never moves
     * later.
     */
    public LocalDate onOrBefore(LocalDate day) {
        return includes(day) ? day : onOrBefore(day.minusDays(1));
    }

    /**
     * What to know about a day expressly named as the end of a period. It does not move: § 31 Abs.
     * 3 VwVfG shifts computed periods, not a day the authority names.
     */
    public List<Hint> hintsFor(LocalDate day) {
        var hints = new ArrayList<Hint>();
        PublicHolidays.on(day).ifPresent(name -> hints.add(new Hint("due-on-holiday", name)));
        if (weekend(day)) {
            hints.add(
                    new Hint("due-on-weekend", day.getDayOfWeek().name().toLowerCase(Locale.ROOT)));
        }
        quiet(day).ifPresent(quiet -> hints.add(new Hint("due-on-quiet-day", quiet)));
        quiet(day.minusDays(1))
                .ifPresent(quiet -> hints.add(new Hint("due-after-quiet-day", quiet)));
        return List.copyOf(hints);
    }

    private Optional<String> quiet(LocalDate day) {
        return quietDays.stream()
                .filter(quiet -> quiet.in(day.getYear()).equals(day))
                .map(quiet -> quiet.name().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /**
     * Something to know about a day.
     *
     * @param code what is so: {@code due-on-holiday, due-on-weekend, due-on-quiet-day,
     *     due-after-quiet-day}
     * @param day which day it is, as a message key
     */
    public record Hint(String code, String day) {}
}
