package de.foerderkreis.stakeholder.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.stakeholder.district.QuietDay;
import de.foerderkreis.stakeholder.district.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReminderPlanTests {

    private final WorkingDays calendar = new WorkingDays(Set.of(QuietDay.ROSENMONTAG));
    private final LocalDate due = LocalDate.of(2014, 3, 4);

    @Test
    void remindsSevenAndTwoDaysBeforeTheLatterOnTheFridayBeforeTheSunday() {
        assertThat(ReminderPlan.of(due, List.of(7, 2), calendar).days())
                .containsExactly(LocalDate.of(2014, 2, 25), LocalDate.of(2014, 2, 28));
    }

    @Test
    void twoRemindersOnOneDayAreOne() {
        assertThat(ReminderPlan.of(due, List.of(4, 3, 2), calendar).days())
                .containsExactly(LocalDate.of(2014, 2, 28));
    }

    @Test
    void remindsAtEightInTheMorningInWinterAndInSummer() {
        assertThat(ReminderPlan.instantOf(LocalDate.of(2014, 2, 25)))
                .isEqualTo(Instant.parse("2014-02-25T07:00:00Z"));
        assertThat(ReminderPlan.instantOf(LocalDate.of(2014, 6, 25)))
                .isEqualTo(Instant.parse("2014-06-25T06:00:00Z"));
    }
}
