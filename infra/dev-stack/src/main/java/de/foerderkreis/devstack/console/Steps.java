package de.foerderkreis.devstack.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a start with their states and times. Not safe for use by several threads. */
final class Steps {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /** One step; times in nanoseconds of the system's timer. */
    record Step(State state, long begun, long ended, String note) {

        Duration time(long now) {
            return state == State.WAITING
                    ? Duration.ZERO
                    : Duration.ofNanos((ended == 0 ? now : ended) - begun);
        }
    }

    private final Map<String, Step> steps = new LinkedHashMap<>();

    void plan(List<String> names) {
        names.forEach(name -> steps.putIfAbsent(name, new Step(State.WAITING, 0, 0, "")));
    }

    void begin(String name) {
        steps.put(name, new Step(State.RUNNING, System.nanoTime(), 0, ""));
    }

    void end(String name, State state) {
        steps.computeIfPresent(name, (n, s) -> new Step(state, s.begun(), System.nanoTime(), ""));
    }

    void note(String name, String note) {
        steps.computeIfPresent(name, (n, s) -> new Step(s.state(), s.begun(), s.ended(), note));
    }

    @Nullable Step get(String name) {
        return steps.get(name);
    }

    Map<String, Step> all() {
        return steps;
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%5.1f s", time.toMillis() / 1000.0);
    }
}
