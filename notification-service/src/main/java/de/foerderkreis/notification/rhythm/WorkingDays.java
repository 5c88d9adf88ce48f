package de.foerderkreis.notification.rhythm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Monday to Friday without the public holidays of North Rhine-Westphalia (Feiertagsgesetz NW § 2).
 */
final class WorkingDays {

    /** From Good Friday to Corpus Christi, in days after Easter Sunday. */
    private static final int[] MOVABLE = {-2, 0, 1, 39, 49, 50, 60};

    private WorkingDays() {}

    static boolean includes(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holidays(day.getYear()).noneMatch(day::equals);
    }

    /** The working day so many working days after a day; after 0 of them the day itself. */
    static LocalDate after(LocalDate day, int workingDays) {
        var found = day;
        for (var left = workingDays; left > 0; ) {
            found = found.plusDays(1);
            if (includes(found)) {
                left--;
            }
        }
        return found;
    }

    private static Stream<LocalDate> holidays(int year) {
        var easter = easter(year);
        return Stream.concat(
                Stream.of(
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 5, 1),
                        LocalDate.of(year, 10, 3),
                        LocalDate.of(year, 11, 1),
                        LocalDate.of(year, 12, 25),
                        LocalDate.of(year, 12, 26)),
                IntStream.of(MOVABLE).mapToObj(easter::plusDays));
    }

    /** Easter Sunday (anonymous Gregorian algorithm, valid for every year from 1583). */
    private static LocalDate easter(int year) {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        var f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
