package de.foerderkreis.benchmarks;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks at a fixed rate, whether or not the answers keep up, so that a stall is seen by everybody
 * who would have asked during it (no coordinated omission).
 */
final class OpenLoop {

    private final double perSecond;

    OpenLoop(double perSecond) {
        this.perSecond = perSecond;
    }

    /**
     * Runs for this long.
     *
     * @param ask called on a thread of its own with its number and the nanosecond at which it was
     *     due
     */
    void run(Duration length, Question ask) {
        long interval = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        long count = length.toNanos() / interval;
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = 0; number < count; number++) {
                long due = start + number * interval;
                waitUntil(due - Question.LEAD.toNanos());
                long current = number;
                threads.execute(() -> ask.ask(current, due));
            }
        }
    }

    static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime();
                left > 0;
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** One request of the loop. */
    interface Question {

        /** Time a question gets to prepare before it is due. */
        Duration LEAD = Duration.ofMillis(400);

        void ask(long number, long due);
    }
}
