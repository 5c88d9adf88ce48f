package de.foerderkreis.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenLoopTests {

    @Test
    void asksOnTimeAlsoWhileEarlierAnswersAreMissing() {
        var lateness = new ConcurrentLinkedQueue<Long>();
        var stalled = Duration.ofMillis(300).toNanos();
        new OpenLoop(50)
                .run(
                        Duration.ofSeconds(1),
                        (number, due) -> {
                            OpenLoop.waitUntil(due);
                            lateness.add(System.nanoTime() - due);
                            OpenLoop.waitUntil(due + stalled);
                        });
        assertThat(lateness).hasSize(50);
        assertThat(lateness.stream().filter(it -> it < stalled))
                .as("asked before the stalled answer came")
                .hasSizeGreaterThan(40);
    }

    @Test
    void reportsPercentilesInMilliseconds() {
        var latencies = new Latencies("test");
        for (int i = 1; i <= 100; i++) {
            latencies.record(TimeUnit.MILLISECONDS.toNanos(i));
        }
        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.micros(50)).isBetween(49_000L, 51_000L);
        assertThat(latencies.millis(99)).startsWith("99.");
    }
}
