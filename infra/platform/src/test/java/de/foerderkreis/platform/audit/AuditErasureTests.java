package de.foerderkreis.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@SampleTest
class AuditErasureTests {

    private static final String ADDRESS = "/api/sample/v1/audit/personal-values/erasure";

    @Autowired Audit audit;
    @Autowired AuditQuery query;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired MockMvcTester mvc;

    @Test
    void aValueIsErasedEverywhereInTheDistrictAndTheChainStaysValid() {
        name("05154", "1", "Erika Mustermann");
        name("05154", "2", "Erika Mustermann");
        name("05154", "3", "Max Mustermann");
        name("05158", "4", "Erika Mustermann");

        assertThat(
                        erase(
                                Tokens.admin("05154"),
                                "{\"value\":\"Erika Mustermann\",\"reason\":\"Antrag vom 3. März, Art. 17 DSGVO\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.values")
                .isEqualTo(2);

        assertThat(values("05154")).isEqualTo("Max Mustermann");
        assertThat(values("05158")).isEqualTo("Erika Mustermann");
        var report = Tenancy.call("05154", null, () -> query.verify());
        assertThat(report.findings()).isEmpty();
        assertThat(
                        mvc.get()
                                .uri("/api/sample/v1/audit?objectType=audit-entry")
                                .header("Authorization", "Bearer " + Tokens.auditor("05154")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "audit.value-erased",
                        "Antrag vom 3. März, Art. 17 DSGVO",
                        "05154:admin",
                        "\"functions\":\"ADMIN\"")
                .doesNotContain("Erika");
    }

    @Test
    void oneValueIsErasedByTheHashItsEntryShows() {
        name("05162", "1", "Erika Mustermann");
        name("05162", "2", "Erika Mustermann");
        var hash =
                in(
                        "05162",
                        () ->
                                jdbc.sql("select min(hash) from audit_personal_value")
                                        .query(String.class)
                                        .single());

        assertThat(
                        erase(
                                Tokens.admin("05162"),
                                "{\"hash\":\"sha256:" + hash + "\",\"reason\":\"Verwechslung\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.values")
                .isEqualTo(1);
        assertThat(values("05162")).isEqualTo("Erika Mustermann");
    }

    @Test
    void nobodyElseErasesAndNothingWithoutAReason() {
        name("05166", "1", "Erika Mustermann");
        var order = "{\"value\":\"Erika Mustermann\",\"reason\":\"Antrag\"}";
        for (var role : new String[] {"auditor", "clerk", "head", "landrat", "treasurer"}) {
            assertThat(erase(Tokens.of("05166", role), order))
                    .as(role)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(erase(Tokens.admin("05170"), order)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(
                        erase(
                                Tokens.admin("05166"),
                                "{\"value\":\"Erika Mustermann\",\"reason\":\" \"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("reason");
        assertThat(erase(Tokens.admin("05166"), "{\"reason\":\"Antrag\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("value");
        assertThat(
                        erase(
                                Tokens.admin("05166"),
                                "{\"value\":\"a\",\"hash\":\"b\",\"reason\":\"Antrag\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(values("05166")).isEqualTo("Erika Mustermann");
    }

    private MvcTestResult erase(String token, String order) {
        return mvc.post()
                .uri(ADDRESS)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(order)
                .exchange();
    }

    private void name(String district, String id, String person) {
        in(
                district,
                () -> {
                    audit.record(
                            "office-holder.named",
                            "office-holder",
                            id,
                            null,
                            Map.of("name", PersonalValue.of(person)),
                            null);
                    return id;
                });
    }

    private String values(String district) {
        return in(
                district,
                () ->
                        jdbc.sql(
                                        "select string_agg(value, ', ' order by value) from audit_personal_value")
                                .query(String.class)
                                .single());
    }

    private <T> T in(String district, java.util.function.Supplier<T> work) {
        return Tenancy.call(district, null, () -> transactions.execute(status -> work.get()));
    }
}
