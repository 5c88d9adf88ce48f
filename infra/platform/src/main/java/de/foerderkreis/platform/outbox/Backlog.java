package de.foerderkreis.platform.outbox;

import de.foerderkreis.platform.persistence.TechnicalDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** How far Kafka is behind the outbox. */
class Backlog implements HealthIndicator, MeterBinder {

    static final Status DEGRADED = new Status("DEGRADED", "Events wait for longer than a minute");

    private static final Duration TOLERATED = Duration.ofSeconds(60);

    private final TechnicalDatabase database;

    Backlog(TechnicalDatabase database) {
        this.database = database;
    }

    /** Age of the oldest event; its time stands in its id. */
    Duration age() {
        return database.jdbc()
                .sql("select uuid_extract_timestamp(id) from outbox order by seq limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(made -> Duration.between(made.toInstant(), Instant.now()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    long depth() {
        return database.jdbc().sql("select count(*) from outbox").query(Long.class).single();
    }

    @Override
    public Health health() {
        var age = age();
        var builder = age.compareTo(TOLERATED) > 0 ? Health.status(DEGRADED) : Health.up();
        return builder.withDetail("oldestSeconds", age.toSeconds()).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("foerderkreis.outbox.depth", this, Backlog::depth)
                .description("Events that wait for the relay")
                .register(registry);
        Gauge.builder("foerderkreis.outbox.oldest.age", this, it -> it.age().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest event that waits for the relay")
                .register(registry);
    }
}
