package de.foerderkreis.notification.rhythm;

import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.platform.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a district wants its mails; all times are business times in {@link BusinessClock#ZONE}.
 *
 * @param quietFrom from when no mail goes out that can wait; the same as {@code morning} for no
 *     quiet nights
 * @param morning when the quiet ends, the daily digest goes out and overdue tasks are passed on
 * @param quietDaysOff whether weekends and public holidays are quiet as a whole
 * @param escalateAfter working days a task may be overdue before the next function is told
 * @param escalation the next function after each; one not named ends the chain
 */
public record Rhythm(
        @DefaultValue("18:00") LocalTime quietFrom,
        @DefaultValue("07:00") LocalTime morning,
        @DefaultValue("true") boolean quietDaysOff,
        @DefaultValue("3") int escalateAfter,
        @Nullable Map<Function, Function> escalation) {

    public Rhythm {
        escalation = escalation == null ? Map.of() : Map.copyOf(escalation);
        if (escalateAfter < 1) {
            throw new IllegalArgumentException("escalate-after must be at least one working day");
        }
    }

    /** When the quiet ends that lies over this instant; empty if there is none. */
    public Optional<Instant> quietUntil(Instant instant) {
        var local = instant.atZone(BusinessClock.ZONE);
        var quiet = isDayOff(local.toLocalDate()) || isNight(local.toLocalTime());
        return quiet ? Optional.of(nextMorning(instant)) : Optional.empty();
    }

    /** The first morning after an instant on which mails go out. */
    public Instant nextMorning(Instant after) {
        var day = after.atZone(BusinessClock.ZONE).toLocalDate();
        while (!morningOf(day).isAfter(after) || isDayOff(day)) {
            day = day.plusDays(1);
        }
        return morningOf(day);
    }

    /** When a task is passed on whose patience is counted from a day. */
    public Instant escalationAfter(LocalDate day) {
        return morningOf(WorkingDays.after(day, escalateAfter));
    }

    /** Who is told when a function lets a task lie. */
    public Optional<Function> next(Function function) {
        return Optional.ofNullable(escalation().get(function));
    }

    @Override
    public Map<Function, Function> escalation() {
        return escalation == null ? Map.of() : escalation;
    }

    private boolean isDayOff(LocalDate day) {
        return quietDaysOff && !WorkingDays.includes(day);
    }

    private boolean isNight(LocalTime time) {
        var begun = !time.isBefore(quietFrom);
        var over = !time.isBefore(morning);
        if (quietFrom.equals(morning)) {
            return false;
        }
        return quietFrom.isBefore(morning) ? begun && !over : begun || !over;
    }

    private Instant morningOf(LocalDate day) {
        return day.atTime(morning).atZone(BusinessClock.ZONE).toInstant();
    }
}
