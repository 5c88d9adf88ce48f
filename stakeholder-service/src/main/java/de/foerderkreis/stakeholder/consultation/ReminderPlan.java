package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.stakeholder.district.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When to remind: some days before the due day, moved backward to a working day, at eight in the
 * morning. Two that fall on one day are one.
 */
record ReminderPlan(List<LocalDate> days) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    static ReminderPlan of(LocalDate dueOn, List<Integer> daysBefore, WorkingDays calendar) {
        return new ReminderPlan(
                daysBefore.stream()
                        .map(days -> calendar.onOrBefore(dueOn.minusDays(days)))
                        .distinct()
                        .sorted()
                        .toList());
    }

    static Instant instantOf(LocalDate day) {
        return day.atTime(MORNING).atZone(BusinessClock.ZONE).toInstant();
    }
}
