package de.foerderkreis.stakeholder.district;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Public holidays of North Rhine-Westphalia (Feiertagsgesetz NW § 2), computed from Easter. */
final class PublicHolidays {

    private PublicHolidays() {}

    static Optional<String> on(LocalDate day) {
        return of(day.getYear()).stream()
                .filter(holiday -> holiday.day().equals(day))
                .map(Holiday::code)
                .findFirst();
    }

    /** A list, because two of them may fall on one day: 1 May 2008 was Ascension Day as well. */
    private static List<Holiday> of(int year) {
        var easter = easter(year);
        return List.of(
                new Holiday(LocalDate.of(year, 1, 1), "neujahr"),
                new Holiday(easter.minusDays(2), "karfreitag"),
                new Holiday(easter, "ostersonntag"),
                new Holiday(easter.plusDays(1), "ostermontag"),
                new Holiday(LocalDate.of(year, 5, 1), "tag-der-arbeit"),
                new Holiday(easter.plusDays(39), "christi-himmelfahrt"),
                new Holiday(easter.plusDays(49), "pfingstsonntag"),
                new Holiday(easter.plusDays(50), "pfingstmontag"),
                new Holiday(easter.plusDays(60), "fronleichnam"),
                new Holiday(LocalDate.of(year, 10, 3), "tag-der-deutschen-einheit"),
                new Holiday(LocalDate.of(year, 11, 1), "allerheiligen"),
                new Holiday(LocalDate.of(year, 12, 25), "weihnachten"),
                new Holiday(LocalDate.of(year, 12, 26), "zweiter-weihnachtstag"));
    }

    private record Holiday(LocalDate day, String code) {}

    /**
     * Easter Sunday of the Gregorian calendar (anonymous algorithm, valid for every year from
     * 1583).
     */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
