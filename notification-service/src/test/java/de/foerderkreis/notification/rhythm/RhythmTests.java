package de.foerderkreis.notification.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.foerderkreis.notification.recipient.Function;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTests {

    private static final Rhythm USUAL =
            new Rhythm(
                    LocalTime.of(18, 0),
                    LocalTime.of(7, 0),
                    true,
                    3,
                    Map.of(Function.CLERK, Function.HEAD));

    @ParameterizedTest
    @CsvSource({
        // Tuesday evening and night, Friday evening, Sunday, Maundy Thursday evening, the night of
        // the summer time.
        "2014-02-25T18:00:00+01:00, 2014-02-26T07:00:00+01:00",
        "2014-02-26T00:00:00+01:00, 2014-02-26T07:00:00+01:00",
        "2014-02-28T19:30:00+01:00, 2014-03-03T07:00:00+01:00",
        "2014-03-02T12:00:00+01:00, 2014-03-03T07:00:00+01:00",
        "2014-04-17T20:00:00+02:00, 2014-04-22T07:00:00+02:00",
        "2014-03-28T20:00:00+01:00, 2014-03-31T07:00:00+02:00"
    })
    void quietEndsOnTheMorningOfAWorkingDay(ZonedDateTime at, ZonedDateTime end) {
        assertThat(USUAL.quietUntil(at.toInstant())).contains(end.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2014-02-25T07:00:00+01:00",
        "2014-02-25T08:00:00+01:00",
        "2014-02-25T17:59:59+01:00"
    })
    void workingHoursAreNotQuiet(ZonedDateTime at) {
        assertThat(USUAL.quietUntil(at.toInstant())).isEmpty();
    }

    @Test
    void theEndOfTheQuietIsNotQuietItself() {
        var end = USUAL.quietUntil(Instant.parse("2014-02-28T20:00:00Z")).orElseThrow();
        assertThat(USUAL.quietUntil(end)).isEmpty();
    }

    @Test
    void aDistrictMayKnowNoQuietNights() {
        var always = new Rhythm(LocalTime.of(7, 0), LocalTime.of(7, 0), false, 3, null);
        assertThat(always.quietUntil(Instant.parse("2014-03-02T02:00:00Z"))).isEmpty();
        assertThat(always.nextMorning(Instant.parse("2014-03-02T06:00:00Z")))
                .as("07:00 itself is over")
                .isEqualTo(Instant.parse("2014-03-03T06:00:00Z"));
    }

    @Test
    void aTaskIsPassedOnAfterWorkingDaysAlone() {
        assertThat(USUAL.escalationAfter(LocalDate.of(2014, 4, 16)))
                .as("Good Friday and Easter Monday do not count")
                .isEqualTo(Instant.parse("2014-04-23T05:00:00Z"));
    }

    @Test
    void theChainEndsWhereNobodyIsNamed() {
        assertThat(USUAL.next(Function.CLERK)).contains(Function.HEAD);
        assertThat(USUAL.next(Function.HEAD)).isEmpty();
    }

    @Test
    void patienceIsAtLeastADay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rhythm(LocalTime.NOON, LocalTime.of(7, 0), true, 0, Map.of()))
                .withMessageContaining("escalate-after");
    }
}
