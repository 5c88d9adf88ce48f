package de.foerderkreis.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.RecordedTopic;
import de.foerderkreis.platformtest.TestStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Heads on Kafka, and the verifier called with them as a person calls it: as a command. */
@SampleTest
class AuditHeadTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired Audit audit;
    @Autowired AuditQuery query;
    @Autowired JdbcClient jdbc;
    @Autowired TechnicalDatabase technical;
    @Autowired Roots roots;
    @Autowired Outbox outbox;
    @Autowired TransactionTemplate transactions;

    @Value("${spring.datasource.url}")
    String url;

    @TempDir Path directory;

    @Test
    void theHeadsOfTheDayFindARewrittenChainThatIsSoundInItself() throws Exception {
        record("05774", 3);
        publish(MONDAY);
        record("05774", 2);
        publish(MONDAY.plusDays(1));
        var heads = heads("05774", 2);

        assertThat(command(export("05774"), "--heads", heads.toString(), "--chain", "sample/05774"))
                .startsWith("0 ")
                .contains("5 entries sealed, 0 not sealed yet, 0 findings");

        rewrite("05774");
        var rewritten = export("05774");
        assertThat(command(rewritten)).as("the chain alone shows nothing").startsWith("0 ");
        assertThat(command(rewritten, "--heads", heads.toString(), "--chain", "sample/05774"))
                .startsWith("1 ")
                .contains(
                        "Position 3: is not the head that was noted on 2026-11-23",
                        "Position 5: is not the head that was noted on 2026-11-24");
    }

    @Test
    void everyDistrictHasItsOwnHead() throws Exception {
        record("05762", 1);
        record("05766", 2);
        publish(MONDAY);

        var head = EventJsonOf.head(topic().await("sample/05766", 1).getLast().value());

        assertThat(head.position()).isEqualTo(2);
        assertThat(head.service()).isEqualTo("sample");
        assertThat(head.day()).isEqualTo(MONDAY);
        assertThat(RecordedTopic.header(topic().await("sample/05766", 1).getLast(), "district"))
                .isEqualTo("05766");
        assertThat(EventJsonOf.head(topic().await("sample/05762", 1).getLast().value()).position())
                .isEqualTo(1);
    }

    @Test
    void aHeadNotedInADossierIsTheLastSealedLinkAndFindsARewrittenChain() throws Exception {
        assertThat(Tenancy.call("05778", null, query::head)).as("nothing sealed yet").isEmpty();
        record("05778", 2);
        var noted = Tenancy.call("05778", null, query::head).orElseThrow();
        assertThat(noted.chain()).isEqualTo("sample/05778");
        assertThat(noted.position()).isEqualTo(2);
        record("05778", 3);
        assertThat(command(export("05778"), "--head", noted.argument())).startsWith("0 ");

        rewrite("05778");
        assertThat(command(export("05778"), "--head", noted.argument()))
                .startsWith("1 ")
                .contains("Position 2: is not the head that was noted");
    }

    @Test
    void theCommandNamesATamperedRow() throws Exception {
        record("05770", 3);
        asAdministrator(
                "update audit_entry set reason = 'geschönt' where district = '05770' and object_id = '1'");

        assertThat(command(export("05770")))
                .startsWith("1 ")
                .containsPattern("FOUND +Position 2: entry [0-9a-f-]{36} was changed");
    }

    @Test
    void whatTheVerifierCannotUseItSaysAndEndsWithTwo() throws Exception {
        record("05758", 1);
        var file = export("05758").toString();
        for (var args :
                List.of(
                        List.<String>of(),
                        List.of("there-is-no-such-file"),
                        List.of(file, "--head", "nonsense"),
                        List.of(file, "--head"),
                        List.of(file, "--heads", file),
                        List.of(file, "--heads", file, "--chain", "finance/05758"))) {
            var out = new ByteArrayOutputStream();
            int code =
                    AuditVerifier.run(
                            args.toArray(String[]::new),
                            new PrintStream(out, true, StandardCharsets.UTF_8));
            assertThat(code).as(args.toString()).isEqualTo(2);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: AuditVerifier");
        }
    }

    private void record(String district, int entries) {
        for (int i = 0; i < entries; i++) {
            var id = Integer.toString(i);
            Tenancy.run(
                    district,
                    () ->
                            transactions.executeWithoutResult(status ->
                                    audit.record(
                                            "thing.changed",
                                            "thing",
                                            id,
                                            null,
                                            Map.of("amount", "10.00"),
                                            null)));
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        technical
                                        .jdbc()
                                        .sql(
                                                "select count(*) from audit_unsealed where district = ?")
                                        .param(district)
                                        .query(Long.class)
                                        .single()
                                == 0);
    }

    private void publish(LocalDate day) {
        var heads = new AuditHeads("sample", Clock.systemUTC(), technical, roots, outbox);
        transactions.executeWithoutResult(status -> heads.publish(day));
    }

    private static RecordedTopic topic() {
        return RecordedTopic.of(AuditHead.TOPIC);
    }

    /** What a console consumer writes: the values, one a line, of all chains. */
    private Path heads(String district, int count) throws IOException {
        topic().await("sample/" + district, count);
        var lines = new ArrayList<String>();
        topic().now(it -> true)
                .forEach(it -> lines.add(new String(it.value(), StandardCharsets.UTF_8)));
        return Files.write(directory.resolve("heads.ndjson"), lines);
    }

    /** What somebody with the database in their hands would do: change an entry and chain anew. */
    private void rewrite(String district) {
        asAdministrator(
                "update audit_entry set after = '{\"amount\":\"99.00\"}' where district = '"
                        + district
                        + "' and object_id = '0'");
        asAdministrator("delete from audit_seal where district = '" + district + "'");
        asAdministrator(
                "insert into audit_unsealed select seq, id, district from audit_entry where district = '"
                        + district
                        + "'");
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        technical
                                        .jdbc()
                                        .sql("select count(*) from audit_seal where district = ?")
                                        .param(district)
                                        .query(Long.class)
                                        .single()
                                == 5);
    }

    private Path export(String district) throws IOException {
        var out = new StringWriter();
        Tenancy.run(district, () -> query.export(out));
        return Files.writeString(directory.resolve(district + ".ndjson"), out.toString());
    }

    private String command(Path file, String... more) throws Exception {
        var args = new ArrayList<>(List.of(file.toString()));
        args.addAll(List.of(more));
        return run(args);
    }

    /** Exit code and output of a process of its own. */
    private static String run(List<String> args) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                AuditVerifier.class.getName()));
        command.addAll(args);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + output;
    }

    private void asAdministrator(String sql) {
        try (var administrator =
                new SingleConnectionDataSource(TestStack.administrator(url), true)) {
            var client = JdbcClient.create(administrator);
            client.sql("set session_replication_role = replica").update();
            client.sql(sql).update();
        }
    }

    private static final class EventJsonOf {
        static AuditHead head(byte[] value) {
            return de.foerderkreis.platform.outbox.EventJson.read(
                    new String(value, StandardCharsets.UTF_8), AuditHead.class);
        }
    }
}
