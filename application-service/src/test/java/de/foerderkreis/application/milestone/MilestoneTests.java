package de.foerderkreis.application.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.application.fundingcase.Recording;
import de.foerderkreis.application.programme.Timespan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestoneTests {

    static final Recording BY = new Recording(Instant.EPOCH, "CLERK", false);

    @ParameterizedTest
    @CsvSource({
        "2014-04,2014-03-31,PLANNED",
        "2014-04,2014-04-01,DUE",
        "2014-04,2014-04-30,DUE",
        "2014-04,2014-05-01,LATE",
        "2014-05..2014-06,2014-06-30,DUE",
        "2014-05..2014-06,2014-07-01,LATE",
        "2014-04..,2030-01-01,DUE",
        "2014-Q4,2014-09-30,PLANNED",
        "2014-Q4,2015-01-01,LATE",
        "2015,2015-12-31,DUE"
    })
    void isDueInItsPeriodAndLateAfterwards(
            String planned, LocalDate today, MilestoneStatus status) {
        assertThat(milestone(planned).on(today, true).status()).isEqualTo(status);
    }

    @Test
    void waitsForTheResolutionWhateverTheCalendarSays() {
        assertThat(milestone("2014-04").on(LocalDate.of(2020, 1, 1), false).status())
                .isEqualTo(MilestoneStatus.WAITING);
    }

    @Test
    void whatIsDoneOrDroppedStaysSo() {
        var day = LocalDate.of(2020, 1, 1);
        assertThat(
                        milestone("2014-04")
                                .done(Timespan.parse("2014-04-15"), BY)
                                .on(day, true)
                                .status())
                .isEqualTo(MilestoneStatus.DONE);
        assertThat(milestone("2014-04").dropped("entfällt", BY).on(day, true).status())
                .isEqualTo(MilestoneStatus.DROPPED);
    }

    @Test
    void aForecastMovesNoDeadline() {
        var moved =
                milestone("2014-04")
                        .replanned(Timespan.parse("2014-04"), Timespan.parse("2014-Q3"), null);
        assertThat(moved.on(LocalDate.of(2014, 5, 1), true).status())
                .isEqualTo(MilestoneStatus.LATE);
    }

    private static Milestone milestone(String planned) {
        return Milestone.planned(UUID.randomUUID(), "M1", Timespan.parse(planned));
    }
}
