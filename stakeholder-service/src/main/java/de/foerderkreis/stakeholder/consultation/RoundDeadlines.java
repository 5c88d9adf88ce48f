package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.stakeholder.district.Districts;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts the dates of a round on the clock and takes them off again. */
@Component
class RoundDeadlines {

    static final String CLOSING = "consultation.closing";
    static final String REMINDER = "consultation.reminder";

    private final Deadlines deadlines;
    private final Districts districts;
    private final BusinessClock clock;

    RoundDeadlines(Deadlines deadlines, Districts districts, BusinessClock clock) {
        this.deadlines = deadlines;
        this.districts = districts;
        this.clock = clock;
    }

    /**
     * A reminder whose hour has passed already is not caught up on: the letter itself just went
     * out.
     */
    void schedule(ConsultationRound round) {
        var now = clock.now();
        plan(round).days().stream()
                .filter(day -> ReminderPlan.instantOf(day).isAfter(now))
                .forEach(day ->
                        deadlines.schedule(
                                REMINDER,
                                subject(round.id(), day),
                                ReminderPlan.instantOf(day),
                                "{}"));
        deadlines.schedule(CLOSING, round.id().toString(), round.endsAt(), "{}");
    }

    void cancel(ConsultationRound round) {
        plan(round).days().forEach(day -> deadlines.cancel(REMINDER, subject(round.id(), day)));
        deadlines.cancel(CLOSING, round.id().toString());
    }

    ReminderPlan plan(ConsultationRound round) {
        return ReminderPlan.of(round.dueOn(), round.reminderDays(), districts.calendar());
    }

    static UUID roundOf(String subject) {
        return UUID.fromString(subject.substring(0, 36));
    }

    private static String subject(UUID roundId, LocalDate day) {
        return roundId + "/" + day;
    }
}
