package de.foerderkreis.stakeholder.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTests {

    private final WorkingDays calendar = new WorkingDays(Set.of(QuietDay.ROSENMONTAG));

    @ParameterizedTest
    @CsvSource({
        "2008, 2008-03-23",
        "2012, 2012-04-08",
        "2014, 2014-04-20",
        "2016, 2016-03-27",
        "2018, 2018-04-01",
        "2025, 2025-04-20",
        "2038, 2038-04-25"
    })
    void easterFallsWhereTheChurchSays(int year, LocalDate sunday) {
        assertThat(PublicHolidays.easter(year)).isEqualTo(sunday);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-01-01",
                "2014-04-18",
                "2014-04-21",
                "2014-05-01",
                "2014-05-29",
                "2014-06-09",
                "2014-06-19",
                "2014-10-03",
                "2012-11-01",
                "2014-12-25",
                "2014-12-26"
            })
    void holidaysOfNorthRhineWestphaliaAreNoWorkingDays(LocalDate day) {
        assertThat(calendar.includes(day)).isFalse();
    }

    @Test
    void twoHolidaysMayFallOnOneDay() {
        assertThat(calendar.includes(LocalDate.of(2008, 5, 1))).isFalse();
    }

    @Test
    void holidaysOfOtherStatesAreWorkingDays() {
        assertThat(calendar.includes(LocalDate.of(2014, 1, 6))).isTrue();
        assertThat(calendar.includes(LocalDate.of(2014, 10, 31))).isTrue();
    }

    @Test
    void rosenmontagIsAWorkingDayThatEarnsAHint() {
        var rosenmontag = LocalDate.of(2014, 3, 3);

        assertThat(calendar.includes(rosenmontag)).isTrue();
        assertThat(calendar.hintsFor(rosenmontag))
                .containsExactly(new WorkingDays.Hint("due-on-quiet-day", "rosenmontag"));
        assertThat(calendar.hintsFor(LocalDate.of(2014, 3, 4)))
                .containsExactly(new WorkingDays.Hint("due-after-quiet-day", "rosenmontag"));
    }

    @Test
    void aDistrictWithoutQuietDaysGetsNoHint() {
        assertThat(new WorkingDays(Set.of()).hintsFor(LocalDate.of(2014, 3, 4))).isEmpty();
    }

    @Test
    void movesBackwardOverWeekendsAndHolidays() {
        assertThat(calendar.onOrBefore(LocalDate.of(2014, 3, 2))).isEqualTo("2014-02-28");
        assertThat(calendar.onOrBefore(LocalDate.of(2014, 4, 21))).isEqualTo("2014-04-17");
        assertThat(calendar.onOrBefore(LocalDate.of(2014, 11, 1))).isEqualTo("2014-10-31");
        assertThat(calendar.onOrBefore(LocalDate.of(2014, 2, 25))).isEqualTo("2014-02-25");
    }

    @Test
    void namesWeekendsAndHolidaysOfADueDay() {
        assertThat(calendar.hintsFor(LocalDate.of(2014, 11, 1)))
                .containsExactly(
                        new WorkingDays.Hint("due-on-holiday", "allerheiligen"),
                        new WorkingDays.Hint("due-on-weekend", "saturday"));
    }
}
