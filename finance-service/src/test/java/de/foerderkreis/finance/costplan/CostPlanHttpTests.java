package de.foerderkreis.finance.costplan;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.finance.Desk;
import de.foerderkreis.finance.FinanceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Saving, locking and refusing cost plans over HTTP. */
@FinanceTest
class CostPlanHttpTests {

    private static final String URI = "/api/finance/v1/cases/{id}/cost-plan";

    @Autowired Desk desk;

    @Test
    void aGrantAboveTheProgrammesCapIsRefusedNamingTheCap() {
        UUID id = desk.plannedCase();

        JsonNode problem =
                desk.body(
                        save(id, Desk.DEMO_PLAN.formatted(1).replace("170000.00", "170000.01")),
                        422);

        assertThat(problem.get("type").asString())
                .isEqualTo("urn:foerderkreis:problem:grant-above-cap");
        assertThat(problem.get("cap").asString()).isEqualTo("170000.00");
        assertThat(problem.get("detail").asString()).contains("170.000,00 €").contains("KI-2012");
        assertThat(problem.get("errors").get(0).get("field").asString())
                .isEqualTo("items[8].unitAmount");
    }

    @Test
    void whoComesLaterLearnsWhatChanged() {
        UUID id = desk.plannedCase();
        desk.body(save(id, Desk.DEMO_PLAN.formatted(1).replace("44000.00", "45000.00")), 200);

        JsonNode problem =
                desk.body(save(id, Desk.DEMO_PLAN.formatted(1).replace("6000.00", "7000.00")), 409);

        assertThat(problem.get("type").asString())
                .isEqualTo("urn:foerderkreis:problem:stale-version");
        assertThat(problem.get("changedFields").get(0).asString()).isEqualTo("items[2].unitAmount");
        assertThat(problem.get("changedFields")).hasSize(1);
        assertThat(problem.get("currentVersion").asLong()).isEqualTo(2);
    }

    @Test
    void everySaveIsAVersionThatStaysReadable() {
        UUID id = desk.plannedCase();
        desk.body(save(id, Desk.DEMO_PLAN.formatted(1).replace("44000.00", "46000.00")), 200);

        assertThat(desk.body(desk.get(Desk.CLERK, URI + "/versions", id), 200)).hasSize(2);
        assertThat(
                        desk.body(desk.get(Desk.CLERK, URI + "/versions/1", id), 200)
                                .get("net")
                                .asString())
                .isEqualTo("80000.00");
        assertThat(desk.body(desk.get(Desk.CLERK, URI, id), 200).get("net").asString())
                .isEqualTo("81000.00");
    }

    @Test
    void savingWhatIsThereMakesNoVersion() {
        UUID id = desk.plannedCase();

        assertThat(desk.body(save(id, Desk.DEMO_PLAN.formatted(1)), 200).get("version").asLong())
                .isEqualTo(1);
    }

    @Test
    void aClosedPlanIsOpenedAgainWithAReasonOnly() {
        UUID id = desk.plannedCase();
        desk.body(desk.post(Desk.TREASURER, "{\"version\": 1}", URI + "/lock", id), 200);

        assertThat(
                        desk.body(
                                        save(
                                                id,
                                                Desk.DEMO_PLAN
                                                        .formatted(1)
                                                        .replace("44000", "45000")),
                                        409)
                                .get("type")
                                .asString())
                .isEqualTo("urn:foerderkreis:problem:cost-plan-locked");
        desk.body(
                desk.post(
                        Desk.TREASURER,
                        "{\"version\": 1, \"reason\": \" \"}",
                        URI + "/release",
                        id),
                422);
        desk.body(
                desk.post(
                        Desk.TREASURER,
                        "{\"version\": 1, \"reason\": \"Zahl der Arbeitsplätze geändert\"}",
                        URI + "/release",
                        id),
                200);
        desk.body(save(id, Desk.DEMO_PLAN.formatted(1).replace("44000", "45000")), 200);
    }

    @Test
    void badInputNamesEveryFieldAndSavesNothing() {
        UUID id = desk.plannedCase();

        JsonNode problem =
                desk.body(
                        save(
                                id,
                                """
                                {"version": 1, "items": [
                                  {"label": "", "category": "PERSONNEL", "quantity": "0", "unitAmount": "1"},
                                  {"label": "x", "category": "OTHER", "quantity": "1", "unitAmount": "1,5"}]}
                                """),
                        422);
        assertThat(problem.get("errors"))
                .extracting(it -> it.get("field").asString())
                .containsExactly(
                        "items[0].label",
                        "items[0].quantity",
                        "items[1].category",
                        "items[1].unitAmount");
        assertThat(desk.body(desk.get(Desk.CLERK, URI, id), 200).get("version").asLong())
                .isEqualTo(1);
        desk.body(save(id, "{\"version\": 1, \"items\": [], \"colour\": \"red\"}"), 400);
    }

    @Test
    void aCaseNobodyHeardOfIsNotFound() {
        desk.body(save(UUID.randomUUID(), Desk.DEMO_PLAN.formatted(0)), 404);
    }

    private MvcTestResult save(UUID id, String plan) {
        return desk.put(Desk.TREASURER, plan, URI, id);
    }
}
