package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.contracts.stakeholder.BodyFounded;
import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.contracts.stakeholder.CooperationRequested;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The nine requirements, evaluated from what all services announce (F40 to F51). */
@RunningService
class RequirementEvidenceTests {

    @Autowired Api api;
    @Autowired Events events;

    UUID caseId;

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        caseId = api.openCase();
    }

    @Test
    void fiveOfSixPartnersConfirmedAndTheMissingOneIsNamed() {
        events.send(
                PartnerState.TOPIC,
                "05382-begegnung",
                new PartnerState(
                        "05382-begegnung", "Verein Begegnung", "MIGRANT_ORGANISATION", true, 1));
        var asked = new LinkedHashMap<String, UUID>();
        for (var category :
                List.of(
                        "JOBCENTER",
                        "EMPLOYMENT_AGENCY",
                        "WELFARE_ASSOCIATION",
                        "SCHOOL_SUPERVISION",
                        "MIGRANT_ORGANISATION",
                        "EDUCATION_NETWORK")) {
            var cooperation = UUID.randomUUID();
            asked.put(category, cooperation);
            var request =
                    new CooperationRequested(
                            caseId,
                            cooperation,
                            category.startsWith("MIGRANT") ? "05382-begegnung" : "05382-x",
                            category,
                            LocalDate.of(2014, 2, 14),
                            1);
            var id = events.send(CooperationRequested.TOPIC, caseId, request);
            // Redelivered, and sent anew: still one partner asked.
            events.send(CooperationRequested.TOPIC, caseId, request, id);
            events.send(CooperationRequested.TOPIC, caseId, request);
        }
        asked.forEach((category, cooperation) -> {
            if (!category.startsWith("MIGRANT")) {
                events.send(
                        CooperationConfirmed.TOPIC,
                        caseId,
                        new CooperationConfirmed(
                                caseId,
                                cooperation,
                                "05382-x",
                                category,
                                category.startsWith("WELFARE") ? "LETTER" : "LINK",
                                Instant.EPOCH,
                                2));
            }
        });
        until(() -> requirement("R3").path("cooperation").path("confirmedInAll").asInt() == 5);
        until(() ->
                requirement("R3")
                        .path("cooperation")
                        .path("sentence")
                        .asString()
                        .contains("Verein Begegnung"));
        var r3 = requirement("R3");
        assertThat(r3.path("cooperation").path("sentence").asString())
                .isEqualTo(
                        "3 von 4 gefragten Partnern haben bestätigt, über alle Anforderungen 5 von 6."
                                + " Noch ohne Antwort: Migrantenorganisation (Verein Begegnung).");
        assertThat(r3.path("missing")).hasSize(1);
        assertThat(r3.path("missing").get(0).asString()).contains("Migrantenorganisation");
        var r4 = requirement("R4");
        assertThat(r4.path("status").asString()).isEqualTo("FULFILLED");
        assertThat(r4.path("cooperation").path("confirmed").asInt()).isEqualTo(2);
        assertThat(r4.path("cooperation").path("askedInAll").asInt()).isEqualTo(6);
        assertThat(requirement("R5").path("cooperation").isNull()).isTrue();
        assertThat(
                        Pages.verified(
                                api.page(CLERK, "/vorhaben/" + caseId + "/anforderungen/R3", "de")))
                .contains("5 von 6")
                .contains("Verein Begegnung");
        assertThat(
                        Pages.verified(
                                api.page(CLERK, "/vorhaben/" + caseId + "/anforderungen/R3", "en")))
                .contains("Migrant organisation (Verein Begegnung)");
    }

    @Test
    void theDeploymentManagementNeedsBothSidesAndMinutes() {
        var body = UUID.randomUUID();
        events.send(BodyFounded.TOPIC, caseId, founded(body, "WORKING_GROUP", "ab", "DISTRICT"));
        events.send(
                BodyFounded.TOPIC,
                caseId,
                founded(body, "DEPLOYMENT_MANAGEMENT", null, "DISTRICT"));
        until(() -> requirement("R2").path("evidence").size() == 1);
        var r2 = requirement("R2");
        assertThat(r2.path("status").asString()).isEqualTo("IN_PROGRESS");
        assertThat(r2.path("missing")).hasSize(1);
        assertThat(r2.path("evidence").get(0).path("label").asString())
                .contains("es fehlt: die Seite des Landes, die Niederschrift");
        events.send(
                BodyFounded.TOPIC,
                caseId,
                founded(body, "DEPLOYMENT_MANAGEMENT", "ab", "DISTRICT", "STATE"));
        until(() -> requirement("R2").path("status").asString().equals("FULFILLED"));
        assertThat(requirement("R2").path("evidence")).hasSize(1);
        assertThat(requirement("R2").path("evidence").get(0).path("label").asString())
                .contains("gegründet am 15.04.2014 mit den Seiten Kreis und Land");
    }

    @Test
    void roomsAndOwnCostsProveR7AndR8AndTheirLossIsNoticed() {
        events.send(StaffingPlanSet.TOPIC, caseId, staffing(8, 0));
        until(() -> requirement("R7").path("evidence").size() == 1);
        assertThat(requirement("R7").path("status").asString()).isEqualTo("IN_PROGRESS");
        events.send(StaffingPlanSet.TOPIC, caseId, staffing(8, 4));
        until(() -> requirement("R7").path("status").asString().equals("FULFILLED"));
        assertThat(requirement("R7").path("evidence").get(0).path("label").asString())
                .endsWith("8 Arbeitsplätze in 4 Räumen");
        var personnel =
                new CostPlanCalculated.Item("PERSONNEL", "X", "Personal", true, "170000.00");
        var grant = new CostPlanCalculated.Item("GRANT", null, "Zuschuss", false, "170000.00");
        var rooms = new CostPlanCalculated.Item("MATERIAL", null, "Räume", false, "40000.00");
        events.send(CostPlanCalculated.TOPIC, caseId, plan(1, personnel, grant));
        until(() -> requirement("R8").path("evidence").size() == 1);
        assertThat(requirement("R8").path("missing")).hasSize(1);
        events.send(CostPlanCalculated.TOPIC, caseId, plan(2, personnel, grant, rooms));
        until(() -> requirement("R8").path("status").asString().equals("FULFILLED"));
        assertThat(requirement("R8").path("evidence").get(0).path("label").asString())
                .contains("40000.00 EUR nicht geförderte Kosten");
        events.send(CostPlanCalculated.TOPIC, caseId, plan(3, personnel, grant));
        until(() -> requirement("R8").path("status").asString().equals("IN_PROGRESS"));
    }

    @Test
    void theConceptIsCheckedInThreeWaysAndEachIsAnsweredOnItsOwn() {
        assertThat(states()).containsExactly("FAILED", "FAILED", "FAILED");
        evidence("CONCEPT_DOCUMENT", "2009-05-12");
        evidence("CONCEPT_COORDINATION", null);
        assertThat(states()).containsExactly("FAILED", "PASSED", "FAILED");
        assertThat(requirement("R1").path("checks").get(2).path("detail").asString())
                .isEqualTo("Stand 12.05.2009, älter als 3 Jahre. Das Konzept ist fortzuschreiben.");
        var check = "/cases/" + caseId + "/requirements/R1/checks/";
        var stale = api.put(CLERK, check + "EXISTS", Map.of("version", 99, "reason", "x"));
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(api.put(CLERK, check + "NONE", Map.of("version", version("R1"))).status())
                .isEqualTo(404);
        answer(check + "EXISTS", "Beschluss liegt im Archiv");
        answer(check + "CURRENT", "Erlass vom 25.06.2012");
        assertThat(states()).containsExactly("OVERRIDDEN", "PASSED", "OVERRIDDEN");
        assertThat(requirement("R1").path("checks").get(2).path("detail").asString())
                .contains("älter als 3 Jahre. Das Konzept ist fortzuschreiben");
        assertThat(requirement("R1").path("status").asString()).isEqualTo("FULFILLED");
        answer(check + "CURRENT", null);
        assertThat(requirement("R1").path("status").asString()).isEqualTo("IN_PROGRESS");
        var form = "/vorhaben/" + caseId + "/anforderungen/R1";
        assertThat(
                        api.form(
                                        CLERK,
                                        form + "/pruefung/CURRENT",
                                        Map.of(
                                                "version",
                                                String.valueOf(version("R1")),
                                                "reason",
                                                "Erlass"))
                                .status())
                .isEqualTo(302);
        assertThat(requirement("R1").path("status").asString()).isEqualTo("FULFILLED");
        assertThat(Pages.verified(api.page(CLERK, form, "de")))
                .contains("Prüfungen im Einzelnen")
                .contains("mit Begründung beantwortet");
        var overtaken =
                api.form(
                        CLERK,
                        form + "/pruefung/CURRENT",
                        Map.of("version", "0", "reason", "zu spät getippt"));
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(Pages.verifiedBody(overtaken)).contains("zu spät getippt");
    }

    @Test
    void ownResolutionsSpeakForR1() {
        api.councilResolves(caseId, "2014-03-20");
        var resolved =
                api.post(
                        CLERK,
                        "/cases/" + caseId + "/resolutions",
                        Map.of(
                                "body", "KREISTAG",
                                "decidedOn", "2014-04-01",
                                "outcome", "ADOPTED_UNANIMOUS",
                                "subject", "Integrationskonzept",
                                "resolves", "CONCEPT",
                                "documentSha256", api.document(caseId, "Konzept")));
        assertThat(resolved.status()).as(resolved.body()).isEqualTo(201);
        var r1 = requirement("R1");
        assertThat(r1.path("evidence")).hasSize(2);
        assertThat(r1.path("evidence").get(0).path("label").asString())
                .isEqualTo(
                        "Kreistagsbeschluss über Einrichtung und Antragstellung: am 20.03.2014 mehrheitlich beschlossen");
        assertThat(r1.path("missing")).hasSize(2);
        assertThat(r1.path("checks").get(2).path("state").asString()).isEqualTo("PASSED");
    }

    @Test
    void evidenceFromTheFutureIsRefused() {
        var refused =
                api.post(
                        CLERK,
                        "/cases/" + caseId + "/requirements/R5/evidence",
                        Map.of(
                                "kind", "COMMITMENT",
                                "description", "Erklärung",
                                "datedOn", "2014-04-16"));
        assertThat(refused.problem()).isEqualTo("future-date");
        assertThat(
                        api.post(
                                        CLERK,
                                        "/cases/" + caseId + "/requirements/R5/evidence",
                                        Map.of("kind", "COMMITMENT", "description", "Erklärung"))
                                .text("status"))
                .isEqualTo("FULFILLED");
    }

    private void answer(String path, String reason) {
        var body = new LinkedHashMap<String, Object>();
        body.put("version", version("R1"));
        body.put("reason", reason);
        var answer = api.put(CLERK, path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void evidence(String kind, String datedOn) {
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", kind);
        body.put("description", "Konzept des Kreises");
        body.put("datedOn", datedOn);
        var answer = api.post(CLERK, "/cases/" + caseId + "/requirements/R1/evidence", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private List<String> states() {
        return requirement("R1")
                .path("checks")
                .valueStream()
                .map(it -> it.path("state").asString())
                .toList();
    }

    private long version(String code) {
        return requirement(code).path("version").asLong();
    }

    private BodyFounded founded(UUID id, String kind, String minutes, String... sides) {
        return new BodyFounded(
                caseId,
                id,
                kind,
                "Einsatzmanagement",
                LocalDate.of(2014, 4, 15),
                List.of(sides),
                minutes,
                1);
    }

    private StaffingPlanSet staffing(int workplaces, int rooms) {
        return new StaffingPlanSet(
                caseId, UUID.randomUUID(), "3.5", 2, workplaces, rooms, List.of(), false, 1);
    }

    private CostPlanCalculated plan(long version, CostPlanCalculated.Item... items) {
        return new CostPlanCalculated(
                caseId,
                UUID.randomUUID(),
                "320000.00",
                "170000.00",
                "70000.00",
                "80000.00",
                List.of(items),
                version);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private JsonNode requirement(String code) {
        for (var item : api.get(CLERK, "/cases/" + caseId + "/requirements").json()) {
            if (item.path("code").asString().equals(code)) {
                return item;
            }
        }
        throw new AssertionError("no " + code);
    }
}
