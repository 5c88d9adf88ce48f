package de.foerderkreis.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyBasePublished;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.platform.money.Money;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Steps 10 and 11 of the acceptance story, by API, with their exact numbers. */
@FinanceTest
class FinanceThreadTests {

    @Autowired Desk desk;
    @Autowired Wire wire;

    @Test
    void thePlanOfTheDemoCostsExactlyEightyThousandNet() {
        UUID caseId = desk.plannedCase();

        JsonNode plan =
                desk.body(
                        desk.get(Desk.CLERK, "/api/finance/v1/cases/{id}/cost-plan", caseId), 200);

        assertThat(plan.get("gross").asString()).isEqualTo("320000.00");
        assertThat(plan.get("grant").asString()).isEqualTo("170000.00");
        assertThat(plan.get("saving").asString()).isEqualTo("70000.00");
        assertThat(plan.get("net").asString()).isEqualTo("80000.00");
        assertThat(plan.get("items").get(2).get("amount").asString()).isEqualTo("22000.00");
        assertThat(plan.get("warnings")).isEmpty();
        assertThat(plan.get("version").asLong()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(wire.announced(CostPlanCalculated.class, caseId.toString()))
                                .singleElement()
                                .satisfies(it -> {
                                    assertThat(it.get("net").asString()).isEqualTo("80000.00");
                                    assertThat(it.get("costPlanId").asString())
                                            .isEqualTo(plan.get("id").asString());
                                }));
    }

    @Test
    void theEffectOnTheLevyIsTheExpectedTable() {
        UUID caseId = desk.plannedCase();
        JsonNode effect = desk.calculated(caseId);

        assertThat(shares(effect, "share")).isEqualTo(expected("share_80000_eur"));
        assertThat(effect.get("sharesSum").asString()).isEqualTo("80000.00");
        assertThat(effect.get("rateDelta").asString()).isEqualTo("0.0123");
        assertThat(effect.get("smallestStep").asString()).isEqualTo("65030.00");
        assertThat(effect.get("steps").asString()).isEqualTo("1.2302");
        assertThat(effect.get("perInhabitantMean").asString()).isEqualTo("0.1369");
        assertThat(effect.get("reproduced").asBoolean()).isTrue();
        assertThat(effect.get("rateView").get("exactRate").asString()).isEqualTo("36.1423020");

        JsonNode at =
                desk.body(
                        desk.get(
                                Desk.CLERK,
                                "/api/finance/v1/levy-effects/{id}?rate=36.14",
                                effect.get("id").asString()),
                        200);
        assertThat(at.get("rateView").get("levy").asString()).isEqualTo("235018420.00");
        assertThat(at.get("rateView").get("difference").asString()).isEqualTo("-14970.00");
        assertThat(at.get("coveringRateView").get("rate").asString()).isEqualTo("36.15");
        assertThat(at.get("coveringRateView").get("difference").asString()).isEqualTo("50060.00");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(wire.announced(LevyEffectCalculated.class, caseId.toString()))
                                .singleElement()
                                .satisfies(it -> assertThat(it.get("shares")).hasSize(19)));
    }

    @Test
    void whatIfLivesInTheAddressAndStoresNothing() {
        UUID caseId = desk.plannedCase();
        String id = desk.calculated(caseId).get("id").asString();

        assertThat(shares(whatIf(id, "fundingEnds=true"), "share"))
                .isEqualTo(expected("share_250000_eur"));
        assertThat(whatIf(id, "amount=250000.00").get("rateDelta").asString()).isEqualTo("0.0384");
        assertThat(shares(whatIf(id, "key=INHABITANTS"), "share"))
                .isEqualTo(expected("per_inhabitant_key_80000_eur"));
        assertThat(shares(whatIf(id, "burden=05382060:0.5,05382068:0.5"), "share"))
                .isEqualTo(expected("burden_rule_56_4_80000_eur"));
        assertThat(shares(whatIf(id, "amount=-80000.00"), "share").get(Desk.TROISDORF))
                .isEqualTo("-12025.08");

        var pool = shares(whatIf(id, "key=YOUTH_OFFICE_POOL"), "share");
        assertThat(pool)
                .containsEntry("05382004", "11049.88")
                .containsEntry("05382016", "12221.84")
                .containsEntry("05382036", "8147.89")
                .containsEntry("05382040", "10491.80")
                .containsEntry("05382052", "5776.07")
                .containsEntry("05382064", "9598.88")
                .containsEntry("05382072", "10826.65")
                .containsEntry("05382076", "11886.99")
                .containsEntry(Desk.TROISDORF, "0.00");

        JsonNode stored =
                desk.body(desk.get(Desk.CLERK, "/api/finance/v1/levy-effects/{id}", id), 200);
        assertThat(shares(stored, "share")).isEqualTo(expected("share_80000_eur"));
        assertThat(stored.get("scenario").isNull()).isTrue();
    }

    @Test
    void theSameInputsAreOneEffectAndOtherInputsAnother() {
        UUID caseId = desk.plannedCase();
        JsonNode first = desk.calculated(caseId);
        JsonNode again = desk.calculated(caseId);
        assertThat(again.get("id")).isEqualTo(first.get("id"));

        JsonNode other =
                desk.body(
                        desk.post(
                                Desk.TREASURER,
                                "{\"baseId\": \"%s\", \"amount\": \"250000.00\"}"
                                        .formatted(first.get("baseId").asString()),
                                "/api/finance/v1/cases/{id}/levy-effects",
                                caseId),
                        201);
        assertThat(other.get("inputHash")).isNotEqualTo(first.get("inputHash"));
        assertThat(
                        desk.body(
                                desk.get(
                                        Desk.CLERK,
                                        "/api/finance/v1/cases/{id}/levy-effects",
                                        caseId),
                                200))
                .hasSize(2);
        JsonNode untouched =
                desk.body(
                        desk.get(
                                Desk.CLERK,
                                "/api/finance/v1/levy-effects/{id}",
                                first.get("id").asString()),
                        200);
        assertThat(untouched.get("resultHash")).isEqualTo(first.get("resultHash"));
        assertThat(untouched.get("reproduced").asBoolean()).isTrue();
    }

    @Test
    void aPublishedBaseIsAnnouncedWithAllItsFigures() {
        UUID base = desk.publishedBase();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(wire.announced(LevyBasePublished.class, base.toString()))
                                .singleElement()
                                .satisfies(it -> {
                                    assertThat(it.get("total").asString())
                                            .isEqualTo("650300000.00");
                                    assertThat(it.get("entries")).hasSize(19);
                                    assertThat(it.get("status").asString()).isEqualTo("FINAL");
                                }));
    }

    private JsonNode whatIf(String id, String query) {
        return desk.body(
                desk.get(Desk.CLERK, "/api/finance/v1/levy-effects/" + id + "?" + query), 200);
    }

    private static Map<String, String> shares(JsonNode effect, String field) {
        Map<String, String> shares = new TreeMap<>();
        effect.get("shares")
                .forEach(it -> shares.put(it.get("ags").asString(), it.get(field).asString()));
        return shares;
    }

    private static Map<String, String> expected(String column) {
        Map<String, String> shares = new TreeMap<>();
        DemoFigures.expected(column).forEach((ags, share) -> shares.put(ags, share.toString()));
        assertThat(Money.sum(DemoFigures.expected(column).values()).cents() % 100).isZero();
        return shares;
    }
}
