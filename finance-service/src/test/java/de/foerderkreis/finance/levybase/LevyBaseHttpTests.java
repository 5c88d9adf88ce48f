package de.foerderkreis.finance.levybase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.foerderkreis.finance.DemoFigures;
import de.foerderkreis.finance.Desk;
import de.foerderkreis.finance.FinanceTest;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Importing and publishing levy bases over HTTP, on the real database. */
@FinanceTest
class LevyBaseHttpTests {

    private static final byte[] EIGHTEEN =
            DemoFigures.municipalitiesText()
                    .lines()
                    .filter(it -> !it.startsWith("05382028"))
                    .reduce("", (text, line) -> text + line + "\n")
                    .getBytes(StandardCharsets.UTF_8);

    @Autowired Desk desk;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @BeforeEach
    void theMunicipalitiesAreKnown() {
        desk.municipalitiesArrive();
    }

    @Test
    void aDryRunSaysEverythingAndStoresNothing() {
        int before = bases();
        JsonNode report =
                desk.body(
                        desk.upload(
                                Desk.TREASURER,
                                DemoFigures.municipalitiesFile(),
                                2031,
                                "MODEL_RUN_1",
                                true),
                        200);

        assertThat(report.get("dryRun").asBoolean()).isTrue();
        assertThat(report.get("rows").asInt()).isEqualTo(19);
        assertThat(report.get("errors")).isEmpty();
        assertThat(report.get("total").asString()).isEqualTo("650300000.00");
        assertThat(report.get("baseId").isNull()).isTrue();
        assertThat(bases()).isEqualTo(before);
    }

    @Test
    void theSameFileTwiceIsOneVersion() {
        JsonNode first =
                desk.body(
                        desk.upload(
                                Desk.TREASURER,
                                DemoFigures.municipalitiesFile(),
                                2032,
                                "MODEL_RUN_1",
                                false),
                        201);
        JsonNode second =
                desk.body(
                        desk.upload(
                                Desk.TREASURER,
                                DemoFigures.municipalitiesFile(),
                                2032,
                                "MODEL_RUN_1",
                                false),
                        200);

        assertThat(second.get("baseId")).isEqualTo(first.get("baseId"));
        assertThat(second.get("created").asBoolean()).isFalse();
    }

    @Test
    void oneWrongRowKeepsEverythingOut() {
        int before = bases();
        byte[] wrong =
                DemoFigures.municipalitiesText()
                        .replace("17512345", "-17512345")
                        .getBytes(StandardCharsets.UTF_8);

        JsonNode problem = desk.body(desk.upload(Desk.TREASURER, wrong, 2033, "FINAL", false), 422);

        assertThat(problem.get("type").asString())
                .isEqualTo("urn:foerderkreis:problem:levy-base-import-rejected");
        assertThat(problem.get("errors").get(0).get("row").asInt()).isEqualTo(2);
        assertThat(problem.get("errors").get(0).get("column").asString())
                .isEqualTo("tax_power_eur");
        assertThat(problem.get("errors").get(0).get("message").asString())
                .isEqualTo("Der Betrag -17512345 ist negativ; Umlagegrundlagen sind mindestens 0.");
        assertThat(bases()).isEqualTo(before);
    }

    @Test
    void eighteenOfNineteenIsAnErrorThatNamesTheTown() {
        JsonNode report =
                desk.body(desk.upload(Desk.TREASURER, EIGHTEEN, 2034, "FINAL", false), 201);
        assertThat(report.get("missing").get(0).asString()).isEqualTo("Lohmar");
        String id = report.get("baseId").asString();

        JsonNode effect =
                desk.body(
                        desk.post(
                                Desk.TREASURER,
                                "{\"baseId\": \"%s\", \"amount\": \"80000.00\"}".formatted(id),
                                "/api/finance/v1/cases/{id}/levy-effects",
                                desk.caseArrives()),
                        422);
        assertThat(effect.get("type").asString())
                .isEqualTo("urn:foerderkreis:problem:levy-base-incomplete");
        assertThat(effect.get("missing").get(0).get("name").asString()).isEqualTo("Lohmar");
        assertThat(effect.get("detail").asString()).contains("Lohmar").contains("18 von 19");

        JsonNode publication =
                desk.body(
                        desk.post(
                                Desk.TREASURER,
                                "{\"version\": 0}",
                                "/api/finance/v1/levy-bases/{id}/publication",
                                id),
                        422);
        assertThat(publication.get("type").asString())
                .isEqualTo("urn:foerderkreis:problem:levy-base-incomplete");
    }

    @Test
    void aBaseNobodyPublishedIsNotComputedOn() {
        String id =
                desk.body(
                                desk.upload(
                                        Desk.TREASURER,
                                        DemoFigures.municipalitiesFile(),
                                        2035,
                                        "MODEL_RUN_2",
                                        false),
                                201)
                        .get("baseId")
                        .asString();
        JsonNode problem =
                desk.body(
                        desk.post(
                                Desk.TREASURER,
                                "{\"baseId\": \"%s\", \"amount\": \"80000.00\"}".formatted(id),
                                "/api/finance/v1/cases/{id}/levy-effects",
                                desk.caseArrives()),
                        409);
        assertThat(problem.get("type").asString())
                .isEqualTo("urn:foerderkreis:problem:levy-base-not-published");
    }

    @Test
    void aPublishedBaseIsPublishedOnceAndStaysAsItIs() {
        UUID id = desk.publishedBase();

        JsonNode again =
                desk.body(
                        desk.post(
                                Desk.TREASURER,
                                "{\"version\": 1}",
                                "/api/finance/v1/levy-bases/{id}/publication",
                                id),
                        409);
        assertThat(again.get("type").asString())
                .isEqualTo("urn:foerderkreis:problem:levy-base-published");
        assertThatThrownBy(() ->
                        inDistrict(
                                "update levy_base set total_cents = 1 where id = '%s'"
                                        .formatted(id)))
                .hasStackTraceContaining("stays as it is");
        assertThatThrownBy(() ->
                        inDistrict(
                                "update levy_base_entry set base_cents = 1 where base_id = '%s'"
                                        .formatted(id)))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void changedFiguresAreANewVersionAndOldEffectsStay() {
        JsonNode effect = desk.calculated(desk.plannedCase());
        byte[] corrected =
                DemoFigures.municipalitiesText()
                        .replace("17512345", "18512345")
                        .getBytes(StandardCharsets.UTF_8);
        JsonNode report =
                desk.body(desk.upload(Desk.TREASURER, corrected, 2014, "FINAL", false), 201);

        assertThat(report.get("baseId")).isNotEqualTo(effect.get("baseId"));
        JsonNode old =
                desk.body(
                        desk.get(
                                Desk.CLERK,
                                "/api/finance/v1/levy-effects/{id}",
                                effect.get("id").asString()),
                        200);
        assertThat(old.get("resultHash")).isEqualTo(effect.get("resultHash"));
        assertThat(old.get("reproduced").asBoolean()).isTrue();
    }

    @Test
    void aStaleVersionIsRefused() {
        String id =
                desk.body(
                                desk.upload(
                                        Desk.TREASURER,
                                        DemoFigures.municipalitiesFile(),
                                        2036,
                                        "FINAL",
                                        false),
                                201)
                        .get("baseId")
                        .asString();
        assertThat(
                        desk.body(
                                        desk.post(
                                                Desk.TREASURER,
                                                "{\"version\": 7}",
                                                "/api/finance/v1/levy-bases/{id}/publication",
                                                id),
                                        409)
                                .get("type")
                                .asString())
                .isEqualTo("urn:foerderkreis:problem:stale-version");
    }

    @Test
    void theDistrictEntersTheRateOfAYear() {
        assertThat(rate(2014).get("rate").asString()).isEqualTo("36.13");
        assertThat(rate(2014).get("version").asLong()).isZero();

        String body = "{\"rate\": \"33.20\", \"source\": \"Haushaltssatzung 2019/2020\"}";
        JsonNode entered =
                desk.body(desk.put(Desk.TREASURER, body, "/api/finance/v1/levy-rates/2019"), 200);
        assertThat(entered.get("version").asLong()).isEqualTo(1);
        assertThat(rate(2019).get("rate").asString()).isEqualTo("33.20");
        assertThat(
                        desk.body(
                                        desk.put(
                                                Desk.TREASURER,
                                                body,
                                                "/api/finance/v1/levy-rates/2019"),
                                        409)
                                .get("type")
                                .asString())
                .isEqualTo("urn:foerderkreis:problem:stale-version");
        desk.body(
                desk.put(
                        Desk.TREASURER,
                        "{\"rate\": \"133.20\", \"source\": \"x\"}",
                        "/api/finance/v1/levy-rates/2020"),
                422);
    }

    private JsonNode rate(int year) {
        return desk.body(desk.get(Desk.CLERK, "/api/finance/v1/levy-rates/{year}", year), 200);
    }

    private int bases() {
        return desk.body(desk.get(Desk.CLERK, "/api/finance/v1/levy-bases"), 200).size();
    }

    private void inDistrict(String sql) {
        Tenancy.run(
                Desk.DISTRICT,
                () -> transactions.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }
}
