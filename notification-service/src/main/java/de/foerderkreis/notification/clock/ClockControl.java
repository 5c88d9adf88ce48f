package de.foerderkreis.notification.clock;

import de.foerderkreis.notification.clock.ClockBook.Report;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Moves the demo clock forward: never past something due without stopping there, so that what one
 * service does at its deadline has happened everywhere before the next deadline comes.
 */
@Service
@Profile("demo")
class ClockControl {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int MOST_STEPS = 500;
    private static final String NO_DISTRICT = "-";

    private final ClockBook book;
    private final BusinessClock clock;
    private final Settling settling;
    private final ClockSettings settings;

    ClockControl(ClockBook book, BusinessClock clock, Settling settling, ClockSettings settings) {
        this.book = book;
        this.clock = clock;
        this.settling = settling;
        this.settings = settings;
    }

    /** Where the clock stands and what comes next. */
    Standing standing() {
        return new Standing(
                clock.now(), book.isMoving(), nextDue(clock.now()).orElse(null), reached());
    }

    /** Goes to an instant, from due date to due date. */
    Moved to(Instant target) {
        var start = clock.now();
        if (target.isBefore(start)) {
            throw Problem.unprocessable("clock-only-forward");
        }
        return move(target, start, false);
    }

    /** Goes to whatever falls due next in any service, at most to the next working morning. */
    Moved next() {
        var start = clock.now();
        return move(nextWorkingMorning(start), start, true);
    }

    private Moved move(Instant target, Instant start, boolean onlyOne) {
        var move = Tenancy.<UUID>call(NO_DISTRICT, null, () -> book.begin(target));
        var state = "STUCK";
        try {
            var steps = new ArrayList<Instant>();
            // Deadlines may have been set since the last reports: ask first, without moving.
            step(move, start);
            var now = start;
            while (now.isBefore(target) && steps.size() < MOST_STEPS) {
                var due = nextDue(now).filter(it -> it.isBefore(target));
                now = due.orElse(target);
                step(move, now);
                steps.add(now);
                if (onlyOne) {
                    break;
                }
            }
            settling.await();
            state = "DONE";
            return new Moved(clock.now(), reached(), steps);
        } finally {
            end(move, state);
        }
    }

    private void end(UUID move, String state) {
        Tenancy.run(NO_DISTRICT, () -> book.end(move, state));
    }

    private void step(UUID move, Instant now) {
        var step = Tenancy.<UUID>call(NO_DISTRICT, null, () -> book.announce(move, now));
        var expected = Set.copyOf(settings.services());
        if (!within(settings.patience(), () -> missing(step, expected).isEmpty())) {
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "clock-stuck",
                            String.join(", ", missing(step, expected)))
                    .with("missing", List.copyOf(missing(step, expected)))
                    .with("reached", reached());
        }
    }

    private Set<String> missing(UUID step, Set<String> expected) {
        var missing = new TreeSet<>(expected);
        var there = new HashSet<String>();
        book.reports().stream()
                .filter(it -> it.moveId().equals(step))
                .map(Report::service)
                .forEach(there::add);
        missing.removeAll(there);
        return missing;
    }

    private Optional<Instant> nextDue(Instant after) {
        return book.reports().stream()
                .map(Report::nextDue)
                .filter(Objects::nonNull)
                .filter(it -> it.isAfter(after))
                .min(Instant::compareTo);
    }

    private Map<String, Instant> reached() {
        var reached = new TreeMap<String, Instant>();
        book.reports().forEach(it -> reached.put(it.service(), it.reached()));
        return reached;
    }

    /** The next 08:00 of a day from Monday to Friday. */
    static Instant nextWorkingMorning(Instant after) {
        var local = after.atZone(BusinessClock.ZONE);
        var day =
                local.toLocalTime().isBefore(MORNING)
                        ? local.toLocalDate()
                        : local.toLocalDate().plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plus(1, ChronoUnit.DAYS);
        }
        return at(day);
    }

    /** The morning of a day. */
    static Instant at(LocalDate day) {
        return day.atTime(MORNING).atZone(BusinessClock.ZONE).toInstant();
    }

    static boolean within(Duration limit, BooleanSupplier reached) {
        var end = System.nanoTime() + limit.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    /**
     * @param moving whether a move is on its way
     * @param nextDue what the services reported last; deadlines set since then are not in it
     */
    record Standing(
            Instant now, boolean moving, @Nullable Instant nextDue, Map<String, Instant> reached) {}

    /**
     * @param steps the instants at which the clock stopped
     */
    record Moved(Instant now, Map<String, Instant> reached, List<Instant> steps) {}
}
