package de.foerderkreis.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what arrives by event, and says what it waited for when it does not come. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Patience() {}

    /**
     * Asks again until there is an answer.
     *
     * @throws IllegalStateException naming what was awaited, after one minute
     */
    public static <T> T until(String awaited, Supplier<Optional<T>> question) {
        return until(awaited, LIMIT, question);
    }

    public static <T> T until(String awaited, Duration limit, Supplier<Optional<T>> question) {
        var end = Instant.now().plus(limit);
        do {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        } while (Instant.now().isBefore(end));
        throw new IllegalStateException("Waited %s in vain: %s".formatted(limit, awaited));
    }
}
