package de.foerderkreis.finance.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.finance.Desk;
import de.foerderkreis.finance.FinanceTest;
import de.foerderkreis.finance.Wire;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Steps 8 and 9 of the acceptance story, by API, and what may not be saved. */
@FinanceTest
class StaffingHttpTests {

    private static final String URI = "/api/finance/v1/cases/{id}/staffing-plan";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired Desk desk;
    @Autowired Wire wire;

    @Test
    void theDemoPlanMeetsTheRulingAndIsAnnounced() {
        UUID id = ruledCase();

        JsonNode plan = desk.body(save(id, Desk.DEMO_STAFF.formatted(0)), 200);

        assertThat(plan.get("fte").asString()).isEqualTo("3.50");
        assertThat(plan.get("totalFte").asString()).isEqualTo("5.50");
        assertThat(plan.get("heads").asInt()).isEqualTo(8);
        assertThat(plan.get("workplaces").asInt()).isEqualTo(8);
        assertThat(plan.get("rooms").asInt()).isEqualTo(4);
        assertThat(plan.get("belowRuling").asBoolean()).isFalse();
        assertThat(plan.get("warnings")).isEmpty();
        assertThat(plan.get("ruling").get("minimumPosts").asString()).isEqualTo("3.50");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(announced(id))
                                .singleElement()
                                .satisfies(it -> {
                                    assertThat(it.get("fte").asString()).isEqualTo("3.50");
                                    assertThat(it.get("teachers").asInt()).isEqualTo(2);
                                    assertThat(it.get("posts")).hasSize(3);
                                    assertThat(it.get("belowRuling").asBoolean()).isFalse();
                                }));
    }

    @Test
    void threePointFourPostsAreSavedAndPointToTheRuling() {
        UUID id = ruledCase();

        JsonNode plan =
                desk.body(save(id, Desk.DEMO_STAFF.formatted(0).replace("2.00", "1.90")), 200);

        assertThat(plan.get("version").asLong()).isEqualTo(1);
        assertThat(plan.get("fte").asString()).isEqualTo("3.40");
        assertThat(plan.get("belowRuling").asBoolean()).isTrue();
        assertThat(plan.get("warnings"))
                .extracting(it -> it.get("field").asString())
                .containsExactly("posts[0].fte", "fte");
        assertThat(plan.get("warnings").get(1).get("message").asString())
                .contains("3,40 statt mindestens 3,50")
                .contains("Landesweite Koordinierungsstelle (LaKI)")
                .contains("05.02.2014");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(announced(id))
                                .singleElement()
                                .satisfies(it ->
                                        assertThat(it.get("belowRuling").asBoolean()).isTrue()));
    }

    @Test
    void aRulingHeardOfLaterIsAnnouncedOnceHoweverOftenItArrives() {
        UUID id = desk.caseArrives();
        desk.body(savedSoon(id, Desk.DEMO_STAFF.formatted(0).replace("2.00", "1.90")), 200);
        UUID ruling = UUID.randomUUID();
        UUID event = UUID.randomUUID();

        desk.rulingArrives(id, ruling, event, 2);
        desk.rulingArrives(id, ruling, event, 2);
        desk.rulingArrives(id, ruling, UUID.randomUUID(), 3);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(announced(id))
                                .extracting(it -> it.get("belowRuling").asBoolean())
                                .containsExactly(false, true));
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> announced(id).size() == 2);
        assertThat(desk.body(desk.get(Desk.CLERK, URI, id), 200).get("belowRuling").asBoolean())
                .isTrue();
    }

    @Test
    void moreThanTheProgrammePaysForIsRefusedAndSavesNothing() {
        UUID id = ruledCase();

        JsonNode problem =
                desk.body(save(id, Desk.DEMO_STAFF.formatted(0).replace("0.50", "0.60")), 422);

        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("posts[2].fte");
        assertThat(problem.get("errors").get(0).get("message").asString())
                .contains("höchstens 0,50");
        desk.body(desk.get(Desk.CLERK, URI, id), 404);
        desk.body(save(id, "{\"version\": 0, \"colour\": \"red\"}"), 400);
        desk.body(save(UUID.randomUUID(), Desk.DEMO_STAFF.formatted(0)), 404);
    }

    @Test
    void whoComesLaterLearnsWhatChanged() {
        UUID id = ruledCase();
        desk.body(save(id, Desk.DEMO_STAFF.formatted(0)), 200);
        desk.body(
                save(id, Desk.DEMO_STAFF.formatted(1).replace("\"rooms\": 4", "\"rooms\": 5")),
                200);

        JsonNode problem =
                desk.body(
                        save(
                                id,
                                Desk.DEMO_STAFF
                                        .formatted(1)
                                        .replace("\"teachers\": 2", "\"teachers\": 1")),
                        409);

        assertThat(problem.get("changedFields").get(0).asString()).isEqualTo("rooms");
        assertThat(problem.get("changedFields")).hasSize(1);
        assertThat(problem.get("currentVersion").asLong()).isEqualTo(2);
        assertThat(desk.body(desk.get(Desk.CLERK, URI + "/versions", id), 200)).hasSize(2);
        assertThat(
                        desk.body(desk.get(Desk.CLERK, URI + "/versions/1", id), 200)
                                .get("rooms")
                                .asInt())
                .isEqualTo(4);
    }

    @Test
    void savingWhatIsThereMakesNoVersionAndNoEvent() {
        UUID id = ruledCase();
        desk.body(save(id, Desk.DEMO_STAFF.formatted(0)), 200);

        assertThat(desk.body(save(id, Desk.DEMO_STAFF.formatted(1)), 200).get("version").asLong())
                .isEqualTo(1);
        await().atMost(SOON).until(() -> !announced(id).isEmpty());
        assertThat(announced(id)).hasSize(1);
    }

    @Test
    void theCostPlanSaysWhereItsPostsDiffer() {
        UUID id = desk.plannedCase();
        desk.body(save(id, Desk.DEMO_STAFF.formatted(0).replace("0.50", "0.25")), 200);

        JsonNode warnings =
                desk.body(desk.get(Desk.CLERK, "/api/finance/v1/cases/{id}/cost-plan", id), 200)
                        .get("warnings");

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).get("item").asInt()).isEqualTo(2);
        assertThat(warnings.get(0).get("message").asString())
                .contains("0,25")
                .contains("0,50")
                .contains("Verwaltungshilfskraft");
    }

    private UUID ruledCase() {
        UUID id = desk.caseArrives();
        desk.rulingArrives(id, UUID.randomUUID(), UUID.randomUUID(), 1);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(Desk.text(desk.page(Desk.CLERK, "/finanzen/" + id + "/stellen")))
                                .contains("05.02.2014")
                                .contains("Noch kein Stellenplan"));
        return id;
    }

    /** The programme may be heard of after the case. */
    private MvcTestResult savedSoon(UUID id, String plan) {
        await().atMost(SOON).until(() -> save(id, plan).getResponse().getStatus() != 409);
        return save(id, plan.replace("\"version\": 0", "\"version\": 1"));
    }

    private MvcTestResult save(UUID id, String plan) {
        return desk.put(Desk.TREASURER, plan, URI, id);
    }

    private List<JsonNode> announced(UUID id) {
        return wire.announced(StaffingPlanSet.class, id.toString());
    }
}
