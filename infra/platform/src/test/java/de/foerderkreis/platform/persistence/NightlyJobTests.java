package de.foerderkreis.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platformtest.TestStack;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@SampleTest
class NightlyJobTests {

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Value("${spring.datasource.url}")
    String url;

    private final String id = Ids.next().toString();
    private final List<LocalDate> done = new ArrayList<>();

    @BeforeEach
    void newJob() {
        try (var administrator =
                new SingleConnectionDataSource(TestStack.administrator(url), true)) {
            JdbcClient.create(administrator)
                    .sql("insert into technical_job (id) values (?)")
                    .param(id)
                    .update();
        }
    }

    @Test
    void theFirstNightIsLeftOutAndEveryLaterOneDoneOnce() {
        round("2026-02-01T02:30:00Z", done::add);
        assertThat(done).isEmpty();
        round("2026-02-02T01:59:00Z", done::add);
        assertThat(done).as("03:00 in Berlin has not come").isEmpty();
        round("2026-02-02T02:00:00Z", done::add);
        round("2026-02-02T02:00:30Z", done::add);
        round("2026-02-02T22:00:00Z", done::add);
        assertThat(done).containsExactly(LocalDate.of(2026, 2, 2));
    }

    @Test
    void aNightWithoutAnInstanceIsMadeUpFor() {
        round("2026-02-01T02:30:00Z", done::add);
        round("2026-02-03T14:00:00Z", done::add);
        assertThat(done).containsExactly(LocalDate.of(2026, 2, 3));
    }

    @Test
    void workThatFailsIsNotNotedAsDone() {
        round("2026-02-01T02:30:00Z", done::add);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        round(
                                "2026-02-02T02:00:00Z",
                                day -> {
                                    throw new IllegalStateException("broken");
                                }));
        round("2026-02-02T02:01:00Z", done::add);
        assertThat(done).containsExactly(LocalDate.of(2026, 2, 2));
    }

    private void round(String now, Consumer<LocalDate> work) {
        new NightlyJob(
                        id,
                        LocalTime.of(3, 0),
                        Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
                        jdbc,
                        transactions,
                        work)
                .round();
    }
}
