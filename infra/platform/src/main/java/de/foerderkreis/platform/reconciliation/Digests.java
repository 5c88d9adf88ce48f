package de.foerderkreis.platform.reconciliation;

import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.outbox.TopicSettings;
import de.foerderkreis.platform.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The producer's side: says what it has published. */
class Digests {

    /** Row whose lock orders the digests. */
    static final String JOB = "digest";

    private static final Logger log = LoggerFactory.getLogger(Digests.class);

    private final String service;
    private final List<TopicSettings.Topic> topics;
    private final ReconciliationSettings settings;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Roots roots;
    private final Outbox outbox;
    private final MeterRegistry meters;

    Digests(
            String service,
            List<TopicSettings.Topic> topics,
            ReconciliationSettings settings,
            Clock clock,
            JdbcClient jdbc,
            Roots roots,
            Outbox outbox,
            MeterRegistry meters) {
        this.service = service;
        this.topics = topics;
        this.settings = settings;
        this.clock = clock;
        this.jdbc = jdbc;
        this.roots = roots;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** Inside a transaction: appends a digest of every topic, in parts of a bounded size. */
    void publish() {
        var takenAt = clock.instant();
        Tenancy.run(
                "-",
                () -> {
                    var root = roots.lock("technical_job", "id", JOB);
                    for (var topic : topics) {
                        var lines = lines(topic, takenAt);
                        for (int from = 0; from < lines.size(); from += settings.lines()) {
                            var part =
                                    lines.subList(
                                            from, Math.min(from + settings.lines(), lines.size()));
                            outbox.append(
                                    root,
                                    Digest.topicOf(service),
                                    topic.name(),
                                    new Digest(
                                            service,
                                            topic.name(),
                                            topic.compacted(),
                                            takenAt,
                                            List.copyOf(part)));
                        }
                        meters.counter(
                                        "foerderkreis.reconciliation.digested",
                                        "topic",
                                        topic.name())
                                .increment(lines.size());
                        log.info("Digest of {}: {} events", topic.name(), lines.size());
                    }
                });
    }

    private List<Digest.Line> lines(TopicSettings.Topic topic, Instant takenAt) {
        var until = takenAt.minus(settings.settle()).atOffset(ZoneOffset.UTC);
        return topic.compacted()
                ? jdbc.sql(
                                """
                                select distinct on (key) id, key, type, emitted_at,
                                    cast(cast(payload as json) ->> 'aggregateVersion' as bigint) as version
                                from emitted where topic = ? and full_state and emitted_at <= ? order by key, seq desc
                                """)
                        .params(topic.name(), until)
                        .query((row, number) -> line(row, row.getObject("version", Long.class)))
                        .list()
                : jdbc.sql(
                                """
                                select id, key, type, emitted_at from emitted
                                where topic = ? and not full_state and emitted_at > ? and emitted_at <= ? order by seq
                                """)
                        .params(
                                topic.name(),
                                takenAt.minus(settings.window()).atOffset(ZoneOffset.UTC),
                                until)
                        .query((row, number) -> line(row, null))
                        .list();
    }

    private static Digest.Line line(
            java.sql.ResultSet row, @org.jspecify.annotations.Nullable Long version)
            throws java.sql.SQLException {
        return new Digest.Line(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("type"),
                row.getObject("emitted_at", OffsetDateTime.class).toInstant(),
                version);
    }
}
