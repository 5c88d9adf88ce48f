package de.foerderkreis.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.TestStack;
import de.foerderkreis.platformtest.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Every test has a district of its own and so a chain of its own. */
@SampleTest
class AuditTests {

    @Autowired Audit audit;
    @Autowired AuditSealer sealer;
    @Autowired JdbcClient jdbc;
    @Autowired TechnicalDatabase technical;
    @Autowired TransactionTemplate transactions;
    @Autowired MockMvcTester mvc;

    @Value("${spring.datasource.url}")
    String url;

    @TempDir Path directory;

    @Test
    void entriesAreChainedAndTheChainVerifiesOffline() throws Exception {
        record("05911", 5);
        awaitSealed("05911");

        var file = export("05911");

        assertThat(verify(file))
                .containsExactly(0, "5 entries sealed, 0 not sealed yet, 0 findings");
        assertThat(
                        mvc.get()
                                .uri("/api/sample/v1/audit/verification")
                                .header("Authorization", bearer("05911")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.sealed")
                .isEqualTo(5);
    }

    @Test
    void aTamperedRowIsFound() throws Exception {
        record("05913", 4);
        awaitSealed("05913");
        asOwnerWithoutTriggers(
                "update audit_entry set after = '{\"amount\":\"1.00\"}' where district = '05913' and object_id = '2'");

        var found = verify(export("05913"));

        assertThat(found.getFirst()).isEqualTo(1);
        assertThat(found.toString()).contains("Position 3").contains("was changed");
    }

    @Test
    void aRemovedRowARemovedLinkAndARewrittenChainAreFound() throws Exception {
        record("05914", 4);
        awaitSealed("05914");
        var lines = Files.readAllLines(export("05914"));
        var head = AuditLine.parse(lines.get(3)).seal();

        assertThat(verify(write(List.of(lines.get(0), lines.get(1), lines.get(3)))).toString())
                .contains("follows position 2");
        assertThat(
                        verify(
                                        write(lines.subList(0, 3)),
                                        "--head",
                                        head.position() + ":" + head.hash())
                                .toString())
                .contains("The chain ends before position 4");
        assertThat(
                        verify(write(lines), "--head", head.position() + ":" + "0".repeat(64))
                                .toString())
                .contains("is not the head that was noted");
        assertThat(verify(write(List.of("{broken"))).getFirst()).isEqualTo(1);

        asOwnerWithoutTriggers(
                "delete from audit_entry where district = '05914' and object_id = '1'");
        assertThat(verify(export("05914")).toString()).contains("is gone");
    }

    @Test
    void theUnsealedTailIsShown() throws Exception {
        record("05915", 2);
        awaitSealed("05915");
        var sealed = Files.readAllLines(export("05915"));
        // An entry as it is exported before the sealer came round.
        var unsealed = new AuditLine(AuditLine.parse(sealed.get(1)).entry(), null).format();

        var found = verify(write(List.of(sealed.get(0), unsealed)));

        assertThat(found.getFirst()).isEqualTo(0);
        assertThat(found.toString())
                .contains("1 entries sealed, 1 not sealed yet")
                .contains("UNSEALED");
    }

    @Test
    void noRuntimeRoleCanChangeOrRemoveAnEntry() {
        record("05916", 1);
        for (var sql :
                List.of(
                        "update audit_entry set reason = 'x'",
                        "delete from audit_entry",
                        "truncate audit_entry",
                        "delete from audit_unsealed",
                        "insert into audit_seal (position, entry_id, entry_hash, previous, hash) values (9, uuidv7(), '', '', '')")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(sql)
                    .isThrownBy(() -> in("05916", () -> jdbc.sql(sql).update()));
            assertThatExceptionOfType(DataAccessException.class)
                    .as(sql)
                    .isThrownBy(() ->
                            technical
                                    .jdbc()
                                    .sql(
                                            sql.replace(
                                                    "delete from audit_unsealed",
                                                    "truncate audit_unsealed"))
                                    .update());
        }
        try (var owner = owner()) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> JdbcClient.create(owner).sql("truncate audit_entry").update())
                    .havingRootCause()
                    .withMessageContaining("append-only");
        }
    }

    @Test
    void aPersonalValueIsErasedWithoutBreakingTheChain() throws Exception {
        in(
                "05954",
                () ->
                        audit.record(
                                "office-holder.named",
                                "office-holder",
                                "1",
                                null,
                                Map.of(
                                        "function",
                                        "MAYOR",
                                        "name",
                                        PersonalValue.of("Erika Mustermann")),
                                null));
        awaitSealed("05954");
        var entry = Files.readString(export("05954"));
        assertThat(entry).contains("sha256:", "MAYOR").doesNotContain("Mustermann");
        assertThat(
                        in(
                                "05954",
                                () ->
                                        jdbc.sql("select value from audit_personal_value")
                                                .query(String.class)
                                                .list()))
                .containsExactly("Erika Mustermann");

        in("05954", () -> jdbc.sql("delete from audit_personal_value").update());

        assertThat(verify(export("05954")).getFirst()).isEqualTo(0);
    }

    @Test
    void theTrailBelongsToTheAuditorsOfItsDistrict() {
        record("05958", 1);
        assertThat(mvc.get().uri("/api/sample/v1/audit").header("Authorization", bearer("05958")))
                .hasStatusOk()
                .bodyText()
                .contains("\"action\":\"thing.changed\"", "\"actor\":\"system\"");
        assertThat(mvc.get().uri("/api/sample/v1/audit").header("Authorization", bearer("05962")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("thing.changed");
        for (var path : List.of("", "/export", "/verification")) {
            assertThat(
                            mvc.get()
                                    .uri("/api/sample/v1/audit" + path)
                                    .header("Authorization", "Bearer " + Tokens.clerk("05958")))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void recordingWithoutATransactionFailsLoudly() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> audit.record("a.b", "a", "1", null, null, null));
    }

    private void record(String district, int entries) {
        for (int i = 0; i < entries; i++) {
            var id = Integer.toString(i);
            in(
                    district,
                    () ->
                            audit.record(
                                    "thing.changed",
                                    "thing",
                                    id,
                                    null,
                                    Map.of("amount", "10.00"),
                                    "weil " + Ids.next()));
        }
    }

    private void awaitSealed(String district) {
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

    private Path export(String district) throws Exception {
        var result =
                mvc.get()
                        .uri("/api/sample/v1/audit/export")
                        .header("Authorization", bearer(district))
                        .exchange();
        assertThat(result)
                .hasStatusOk()
                .hasHeader("Content-Type", "application/x-ndjson;charset=UTF-8");
        return write(
                result.getResponse().getContentAsString(StandardCharsets.UTF_8).lines().toList());
    }

    private Path write(List<String> lines) throws Exception {
        var file = directory.resolve(Ids.next() + ".ndjson");
        return Files.write(file, lines);
    }

    /** Exit code, then what was printed; the last line cut before the head. */
    private static List<Object> verify(Path file, String... more) throws Exception {
        var out = new ByteArrayOutputStream();
        var args = new java.util.ArrayList<String>(List.of(file.toString()));
        args.addAll(List.of(more));
        int code =
                AuditVerifier.run(
                        args.toArray(String[]::new),
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return List.of(
                code, out.toString(StandardCharsets.UTF_8).strip().replaceAll(", head .*", ""));
    }

    private <T> T in(String district, java.util.function.Supplier<T> work) {
        return Tenancy.call(district, null, () -> transactions.execute(status -> work.get()));
    }

    private void in(String district, Runnable work) {
        Tenancy.run(district, () -> transactions.executeWithoutResult(status -> work.run()));
    }

    private static String bearer(String district) {
        return "Bearer " + Tokens.auditor(district);
    }

    private void asOwnerWithoutTriggers(String sql) {
        try (var administrator =
                new SingleConnectionDataSource(TestStack.administrator(url), true)) {
            var client = JdbcClient.create(administrator);
            client.sql("set session_replication_role = replica").update();
            assertThat(client.sql(sql).update()).isEqualTo(1);
        }
    }

    private SingleConnectionDataSource owner() {
        return new SingleConnectionDataSource(TestStack.administrator(url), true);
    }
}
