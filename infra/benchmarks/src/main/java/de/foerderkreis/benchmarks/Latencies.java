package de.foerderkreis.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/** What was measured under one name, in microseconds up to an hour. */
final class Latencies {

    private final String name;
    private final ConcurrentHistogram histogram =
            new ConcurrentHistogram(TimeUnit.HOURS.toMicros(1), 3);

    Latencies(String name) {
        this.name = name;
    }

    void record(long nanos) {
        histogram.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    long count() {
        return histogram.getTotalCount();
    }

    /** Percentile in milliseconds with two places, as text, because it is only ever shown. */
    String millis(double percentile) {
        long micros = histogram.getValueAtPercentile(percentile);
        return "%d.%02d".formatted(micros / 1000, micros % 1000 / 10);
    }

    long micros(double percentile) {
        return histogram.getValueAtPercentile(percentile);
    }

    Map<String, Object> summary() {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("measure", name);
        summary.put("count", count());
        summary.put("p50_ms", millis(50));
        summary.put("p95_ms", millis(95));
        summary.put("p99_ms", millis(99));
        summary.put("max_ms", millis(100));
        return summary;
    }
}
