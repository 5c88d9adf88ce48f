package de.foerderkreis.platform.sample;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.DeadlineHandler;
import de.foerderkreis.platform.clock.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what fell due and what the clock said. */
@Component
public class SampleDeadlines implements DeadlineHandler {

    public static final String KIND = "sample.due";

    /** Subjects whose deadline fails after its effect. */
    public final Set<String> broken = ConcurrentHashMap.newKeySet();

    /** What ran, in order. */
    public final List<Ran> ran = new CopyOnWriteArrayList<>();

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Deadlines deadlines;

    SampleDeadlines(JdbcClient jdbc, BusinessClock clock, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        jdbc.sql("insert into seen (key, what) values (?, ?)")
                .params(subject, payloadJson)
                .update();
        ran.add(new Ran(subject, dueAt, clock.now()));
        if (payloadJson.equals("\"again\"")) {
            deadlines.schedule(KIND, subject, dueAt.plus(Duration.ofHours(1)), "\"last\"");
        }
        if (broken.contains(subject)) {
            throw new IllegalStateException("broken");
        }
    }

    public record Ran(String subject, Instant dueAt, Instant clock) {}
}
