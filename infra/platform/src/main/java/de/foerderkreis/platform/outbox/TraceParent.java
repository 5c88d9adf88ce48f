package de.foerderkreis.platform.outbox;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The W3C trace context of the running work. */
public class TraceParent {

    private final ObjectProvider<Tracer> tracer;

    TraceParent(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer;
    }

    /** {@code 00-<trace>-<span>-<flags>}, or nothing outside a trace. */
    public @Nullable String current() {
        var available = tracer.getIfAvailable();
        var span = available == null ? null : available.currentSpan();
        if (span == null || span.isNoop()) {
            return null;
        }
        var context = span.context();
        return "00-%s-%s-%s"
                .formatted(
                        context.traceId(),
                        context.spanId(),
                        Boolean.FALSE.equals(context.sampled()) ? "00" : "01");
    }
}
