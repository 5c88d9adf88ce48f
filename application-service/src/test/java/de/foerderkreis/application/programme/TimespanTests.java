package de.foerderkreis.application.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimespanTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2014-04-15,2014-04-15,2014-04-15,DAY,15.04.2014,15 Apr 2014",
                "2014-04,2014-04-01,2014-04-30,MONTH,April 2014,April 2014",
                "2014-05..2014-06,2014-05-01,2014-06-30,MONTH,Mai 2014 bis Juni 2014,May 2014 to June 2014",
                "2014-04..,2014-04-01,-,MONTH,ab April 2014,from April 2014",
                "2014-Q4,2014-10-01,2014-12-31,QUARTER,4. Quartal 2014,Q4 2014",
                "2015,2015-01-01,2015-12-31,YEAR,2015,2015"
            })
    void isWrittenAsItIsKnown(
            String text,
            LocalDate from,
            LocalDate to,
            Timespan.Precision precision,
            String german,
            String english) {
        var span = Timespan.parse(text);
        assertThat(span).isEqualTo(new Timespan(from, to, precision)).hasToString(text);
        assertThat(span.in(Locale.GERMAN)).isEqualTo(german);
        assertThat(span.in(Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "April", "2014-13", "2014-Q5", "2014-04..2015", "2014-06..2014-05"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Timespan.parse(text));
    }

    @Test
    void theShippedTimetableIsThatOfTheConception() {
        assertThat(ShippedPack.read().milestones())
                .extracting(it -> it.code() + " " + it.planned())
                .containsExactly(
                        "M1 2014-04",
                        "M2 2014-05..2014-06",
                        "M3 2014-04..",
                        "M4 2014-06..",
                        "M5 2014-Q4",
                        "M6 2015");
    }
}
