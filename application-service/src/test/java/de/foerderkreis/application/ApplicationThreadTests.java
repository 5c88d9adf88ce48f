package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static de.foerderkreis.application.Api.HEAD;
import static de.foerderkreis.application.Api.LANDRAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RunningService
class ApplicationThreadTests {

    @Autowired Api api;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired Events events;

    UUID caseId;

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        caseId = api.openCase();
    }

    @Test
    void aNewCaseHasItsNineRequirementsAndSixAnnexes() {
        var requirements = api.get(CLERK, path("/requirements")).json();
        assertThat(requirements).hasSize(9);
        assertThat(requirements.get(0).path("code").asString()).isEqualTo("R1");
        assertThat(requirements.get(0).path("status").asString()).isEqualTo("OPEN");
        assertThat(requirements.get(0).path("missing").get(0).asString())
                .isEqualTo(
                        "Es fehlt: Integrationskonzept als Dokument. Das liefert: Integrationsstelle des Kreises.");
        assertThat(api.get(CLERK, path("/annexes")).json()).hasSize(6);
        assertThat(api.get(CLERK, path("")).text("status")).isEqualTo("PREPARATION");
    }

    @Test
    void stage1GoesFromDraftToApprovalAndUnlocksStage2() {
        api.councilResolves(caseId, "2014-03-20");
        api.settle(caseId);
        var stage1 = api.readyApplication(caseId, 1);
        var refused = api.post(CLERK, path("/applications"), Map.of("stage", 2));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("stage-1-not-approved");
        assertThat(refused.text("detail"))
                .contains("der Antrag der Stufe 1 ist noch nicht abgegeben");
        assertThat(refused.text("stage1Status")).isEqualTo("READY");

        var stage2Page = "/vorhaben/" + caseId + "/antrag/2";
        assertThat(Pages.verified(api.page(CLERK, stage2Page, "de")))
                .contains("sobald Stufe 1 genehmigt ist")
                .doesNotContain("Antrag beginnen");

        var submitted = api.step(LANDRAT, stage1, "submission", Map.of());
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        assertThat(submitted.text("status")).isEqualTo("SUBMITTED");
        assertThat(submitted.text("authority")).isEqualTo("MAIS");
        assertThat(submitted.text("submittedOn")).isEqualTo("2014-04-15");
        assertThat(api.get(CLERK, path("")).text("status")).isEqualTo("STAGE_1");
        assertThat(api.post(CLERK, path("/applications"), Map.of("stage", 2)).text("detail"))
                .contains("noch nicht entschieden");

        TestClock.set(LocalDate.of(2014, 6, 10));
        step(
                CLERK,
                stage1,
                "acknowledgement",
                Map.of("reference", "MAIS-4711", "acknowledgedOn", "2014-04-29"),
                "UNDER_REVIEW");
        step(
                CLERK,
                stage1,
                "query",
                Map.of("question", "Raumplan?", "receivedOn", "2014-05-12", "dueOn", "2014-05-20"),
                "QUERY_OPEN");
        step(
                CLERK,
                stage1,
                "answer",
                Map.of("answer", "liegt bei", "answeredOn", "2014-05-16"),
                "UNDER_REVIEW");
        var decided =
                step(
                        CLERK,
                        stage1,
                        "decision",
                        Map.of(
                                "outcome", "APPROVED_WITH_CONDITIONS",
                                "decidedOn", "2014-05-26",
                                "conditions",
                                        List.of(
                                                Map.of(
                                                        "text", "Konzept fortschreiben",
                                                        "dueOn", "2015-11-30",
                                                        "requirement", "R1"))),
                        "APPROVED_WITH_CONDITIONS");
        assertThat(decided.json().path("conditions").get(0).path("dueOn").asString())
                .isEqualTo("2015-11-30");
        var r1 = api.get(CLERK, path("/requirements")).json().get(0);
        assertThat(r1.path("dueOn").asString()).isEqualTo("2015-11-30");
        assertThat(r1.path("reason").asString()).isEqualTo("Konzept fortschreiben");
        assertThat(decided.json().path("history")).hasSize(8);
        var task = events.of(caseId, "CaseTaskOpened").getFirst();
        assertThat(task.path("kind").asString()).isEqualTo("ANSWER_QUERY");
        assertThat(task.path("dueOn").asString()).isEqualTo("2014-05-20");
        assertThat(events.of(caseId, "CaseTaskClosed").getFirst().path("taskId"))
                .isEqualTo(task.path("taskId"));

        assertThat(Pages.verified(api.page(CLERK, stage2Page, "de"))).contains("Antrag beginnen");
        var stage2 = api.readyApplication(caseId, 2);
        var withoutPlan = api.step(HEAD, stage2, "submission", Map.of());
        assertThat(withoutPlan.status()).isEqualTo(422);
        assertThat(withoutPlan.body()).contains("cost-plan-missing");
        assertThat(outbox("ApplicationSubmitted")).isEqualTo(1);
        assertThat(outbox("ApplicationDecided")).isEqualTo(1);
        assertThat(outbox("ApplicationReviewRequested")).isEqualTo(2);
    }

    @Test
    void submittingWithOpenPointsNamesThemAllAndChangesNothing() {
        var application = api.readyApplication(caseId, 1);
        var refused = api.step(HEAD, application, "submission", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("submission-guard-failed");
        assertThat(refused.json().path("errors")).hasSize(9 + 1 + 6);
        assertThat(refused.json().path("errors").get(0).path("field").asString())
                .isEqualTo("requirements.R1");
        assertThat(refused.text("detail")).startsWith("16 Punkte sind noch zu erledigen");
        assertThat(api.get(CLERK, application).text("status")).isEqualTo("READY");
        assertThat(outbox("ApplicationSubmitted")).isZero();
        assertThat(api.get(CLERK, application + "/snapshot").status()).isEqualTo(404);
        var checks = api.get(CLERK, application + "/checks").json();
        assertThat(checks).hasSize(3);
        assertThat(checks.get(0).path("findings")).hasSize(9);
    }

    @Test
    void nobodyApprovesTheirOwnDraftNotEvenAsADeputy() {
        var deputy =
                Tokens.custom()
                        .organisations("05382")
                        .roles("clerk", "head")
                        .subject("deputy")
                        .sign();
        var drafted = api.post(deputy, path("/applications"), Map.of("stage", 1));
        var application = path("/applications/" + drafted.text("id"));
        api.step(CLERK, application, "review", Map.of());
        var refused = api.step(deputy, application, "approval", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("own-draft-approval");
        assertThat(api.step(HEAD, application, "approval", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aSecondActiveApplicationIsRefusedAlsoWhenBothComeAtOnce() throws Exception {
        var start = new CyclicBarrier(4);
        Callable<Integer> attempt =
                () -> {
                    start.await();
                    return api.post(CLERK, path("/applications"), Map.of("stage", 1)).status();
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(List.of(attempt, attempt, attempt, attempt)).stream()
                            .map(it -> it.resultNow())
                            .sorted()
                            .toList();
            assertThat(answers).containsExactly(201, 409, 409, 409);
        }
        assertThat(api.post(CLERK, path("/applications"), Map.of("stage", 1)).problem())
                .isEqualTo("active-application-exists");
    }

    @Test
    void theDatabaseAloneRefusesASecondActiveApplication() {
        api.post(CLERK, path("/applications"), Map.of("stage", 1));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        inDistrict(
                                """
                                insert into application (id, case_id, stage, status, created_at)
                                select uuidv7(), case_id, stage, 'DRAFT', now() from application where case_id = ?
                                """))
                .withMessageContaining("one_active_application");
    }

    @Test
    void aWithdrawnOneMakesRoomForAnother() {
        var drafted = api.post(CLERK, path("/applications"), Map.of("stage", 1));
        var application = path("/applications/" + drafted.text("id"));
        var without = api.step(CLERK, application, "withdrawal", Map.of());
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.problem()).isEqualTo("reason-missing");
        step(CLERK, application, "withdrawal", Map.of("reason", "falsche Stufe"), "WITHDRAWN");
        assertThat(api.post(CLERK, path("/applications"), Map.of("stage", 1)).status())
                .isEqualTo(201);
    }

    @Test
    void onlyASignatoryWithdrawsWhatWasHandedIn() {
        var application = submitted();
        var clerk = api.step(CLERK, application, "withdrawal", Map.of("reason", "x"));
        assertThat(clerk.status()).isEqualTo(403);
        assertThat(clerk.problem()).isEqualTo("withdrawal-needs-signature");
        step(LANDRAT, application, "withdrawal", Map.of("reason", "zurückgezogen"), "WITHDRAWN");
    }

    @Test
    void aRejectedOneIsThePredecessorOfTheNext() {
        var application = submitted();
        step(CLERK, application, "acknowledgement", Map.of(), "UNDER_REVIEW");
        step(
                CLERK,
                application,
                "decision",
                Map.of("outcome", "REJECTED", "decidedOn", "2014-04-15", "reason", "Konzept fehlt"),
                "REJECTED");
        assertThat(api.post(CLERK, path("/applications"), Map.of("stage", 2)).text("detail"))
                .contains("abgelehnt");
        var next = api.post(CLERK, path("/applications"), Map.of("stage", 1));
        assertThat(application).endsWith(next.text("predecessorId"));
    }

    @Test
    void theSnapshotIsTheBytesOfItsHashAndStaysWhateverChangesLater() throws Exception {
        var application = submitted();
        var snapshot = api.get(CLERK, application + "/snapshot");
        var hash =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(snapshot.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(api.get(CLERK, application).text("snapshotSha256")).isEqualTo(hash);
        assertThat(snapshot.json().path("requirements")).hasSize(9);
        assertThat(snapshot.json().path("requirements").get(0).path("dueOn").asString())
                .isEqualTo("2015-12-31");

        var edited =
                api.put(
                        CLERK,
                        path(""),
                        Map.of(
                                "version",
                                1,
                                "title",
                                "Neuer Titel",
                                "fileReference",
                                "N-" + caseId));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(api.get(CLERK, application + "/snapshot").body()).isEqualTo(snapshot.body());
    }

    @Test
    void noRoleChangesASnapshot() {
        var application = submitted();
        var id = UUID.fromString(application.substring(application.length() - 36));
        for (var statement :
                List.of(
                        "update application_snapshot set content = '{}' where application_id = ?",
                        "delete from application_snapshot where application_id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> inDistrict(statement, id));
        }
    }

    @Test
    void aStepFromAStaleVersionIsRefused() {
        var drafted = api.post(CLERK, path("/applications"), Map.of("stage", 1));
        var application = path("/applications/" + drafted.text("id"));
        assertThat(
                        api.put(
                                        CLERK,
                                        application,
                                        Map.of("version", 0, "coverNote", "Anschreiben"))
                                .status())
                .isEqualTo(200);
        var stale = api.post(CLERK, application + "/review", Map.of("version", 0));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(stale.json().path("changedFields")).hasSize(1);
        assertThat(stale.json().path("changedFields").get(0).asString()).isEqualTo("coverNote");
        var illegal = api.step(HEAD, application, "submission", Map.of());
        assertThat(illegal.status()).isEqualTo(409);
        assertThat(illegal.problem()).isEqualTo("illegal-application-transition");
    }

    @Test
    void aDecisionInTheFutureOrBeforeTheSubmissionIsRefused() {
        var application = submitted();
        step(CLERK, application, "acknowledgement", Map.of(), "UNDER_REVIEW");
        var future =
                api.step(
                        CLERK,
                        application,
                        "decision",
                        Map.of("outcome", "APPROVED", "decidedOn", "2014-04-16"));
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.problem()).isEqualTo("future-date");
        var early =
                api.step(
                        CLERK,
                        application,
                        "decision",
                        Map.of("outcome", "APPROVED", "decidedOn", "2014-04-14"));
        assertThat(early.problem()).isEqualTo("before-earlier-step");
        var withoutCondition =
                api.step(
                        CLERK,
                        application,
                        "decision",
                        Map.of("outcome", "APPROVED_WITH_CONDITIONS", "decidedOn", "2014-04-15"));
        assertThat(withoutCondition.problem()).isEqualTo("conditions-missing");
        var noDecision =
                api.step(
                        CLERK,
                        application,
                        "decision",
                        Map.of("outcome", "DRAFT", "decidedOn", "2014-04-15"));
        assertThat(noDecision.problem()).isEqualTo("no-decision");
    }

    private String submitted() {
        api.councilResolves(caseId, "2014-03-20");
        api.settle(caseId);
        var application = api.readyApplication(caseId, 1);
        step(HEAD, application, "submission", Map.of(), "SUBMITTED");
        return application;
    }

    private Api.Answer step(
            String token, String path, String step, Map<String, ?> body, String status) {
        var answer = api.step(token, path, step, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo(status);
        return answer;
    }

    private long outbox(String type) {
        return events.of(caseId, type).size();
    }

    private void inDistrict(String sql) {
        inDistrict(sql, caseId);
    }

    private void inDistrict(String sql, UUID id) {
        Tenancy.run(
                Api.DISTRICT,
                () -> transactions.executeWithoutResult(it -> jdbc.sql(sql).param(id).update()));
    }

    private String path(String rest) {
        return "/cases/" + caseId + rest;
    }
}
