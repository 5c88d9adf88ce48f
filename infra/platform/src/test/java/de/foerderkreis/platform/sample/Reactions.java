package de.foerderkreis.platform.sample;

import de.foerderkreis.platform.inbox.EventMetadata;
import de.foerderkreis.platform.inbox.EventSubscription;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sample does about its own events: it writes down what it has seen. */
@Configuration
public class Reactions {

    /** Keys whose events cannot be applied. */
    public final Set<String> poisoned = ConcurrentHashMap.newKeySet();

    /** Keys whose next event fails once, after its effect. */
    public final Set<String> failingOnce = ConcurrentHashMap.newKeySet();

    /** Trace of the last event per key. */
    public final Map<String, String> traces = new ConcurrentHashMap<>();

    /** Envelope of the last event per key. */
    public final Map<String, EventMetadata> envelopes = new ConcurrentHashMap<>();

    private final JdbcClient jdbc;
    private final Tracer tracer;

    Reactions(JdbcClient jdbc, Tracer tracer) {
        this.jdbc = jdbc;
        this.tracer = tracer;
    }

    @Bean
    EventSubscription follow() {
        return EventSubscription.to(SampleEvents.TOPIC)
                .as("sample.follow")
                .on(SampleEvents.RoundChanged.class, (event, meta) -> changed(event, meta))
                .build();
    }

    @Bean
    EventSubscription states() {
        return EventSubscription.to(SampleEvents.STATES)
                .as("sample.states")
                .on(SampleEvents.RoundState.class, (event, meta) -> see(meta.key(), event.title()))
                .onTombstone((key, meta) -> see(key, "erased"))
                .fullState()
                .build();
    }

    private void changed(SampleEvents.RoundChanged event, EventMetadata meta) {
        see(meta.key(), event.what());
        envelopes.put(meta.key(), meta);
        var span = tracer.currentSpan();
        if (span != null) {
            traces.put(meta.key(), span.context().traceId());
        }
        if (poisoned.contains(meta.key())) {
            throw new IllegalStateException("poison of Erika Mustermann");
        }
        if (failingOnce.remove(meta.key())) {
            throw new IllegalStateException("once");
        }
    }

    private void see(String key, String what) {
        jdbc.sql("insert into seen (key, what) values (?, ?)").params(key, what).update();
    }
}
