package de.foerderkreis.stakeholder.statement;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafting, submitting and recording over HTTP, and who sees what of it. */
@StakeholderTest
class StatementDeskTests {

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transactions;

    @BeforeEach
    void standInTheMiddleOfTheRound() {
        clock.at("2014-02-17T09:00:00Z");
    }

    @Test
    void isOnTimeUpToTheLastMillisecondOfTheDueDay() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();

        clock.at("2014-03-04T22:59:59.999Z");
        assertThat(story.answer(round, "004", "REJECT").get("late").asBoolean()).isFalse();
        clock.at("2014-03-04T23:00:00Z");
        assertThat(story.answer(round, "008", "REJECT").get("late").asBoolean()).isTrue();
    }

    @Test
    void aSubmissionThatWaitedForTheClosingIsLateAndTheClosingCountsWhatCameBefore()
            throws Exception {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var draft =
                portal.ok(
                        portal.put(
                                story.official("004"),
                                "/rounds/" + round + "/statement",
                                with("position", "REJECT")));
        var version = draft.get("version").asLong();
        var locked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        clock.at("2014-03-04T22:59:59.999Z");

        var holder =
                CompletableFuture.runAsync(
                        () -> holdRound(story.district(), round, locked, release));
        assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
        var submission =
                CompletableFuture.supplyAsync(() ->
                        portal.body(
                                portal.post(
                                        story.mayor("004"),
                                        "/rounds/" + round + "/statement/submission",
                                        with("version", version))));
        awaitWaiting(round);
        clock.at("2014-03-04T23:00:00Z");
        release.countDown();
        holder.get(10, TimeUnit.SECONDS);

        assertThat(submission.get(20, TimeUnit.SECONDS).get("late").asBoolean()).isTrue();
        var closed = wire.await(story.district(), ConsultationClosed.class, 1).getFirst().body();
        assertThat(closed.get("onTime").asInt()).isZero();
    }

    @Test
    void theDistrictNeverSeesADraft() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        portal.ok(
                portal.put(
                        story.official("068"),
                        "/rounds/" + round + "/statement",
                        with("position", "REJECT", "text", "Geheimer Entwurf")));
        portal.ok(
                portal.post(
                        story.official("068"),
                        "/rounds/" + round + "/statement/sign-off-request",
                        with("version", 0)));

        assertThat(portal.get(story.clerk(), "/rounds/" + round + "/statement")).hasStatus(403);
        assertThat(portal.get(Tokens.auditor(story.district()), "/rounds/" + round + "/statement"))
                .hasStatus(403);
        assertThat(portal.ok(portal.get(story.clerk(), "/rounds/" + round + "/statements")))
                .isEmpty();
        var view = portal.ok(portal.get(story.clerk(), "/rounds/" + round)).toString();
        assertThat(view).doesNotContain("Geheimer Entwurf", "DRAFT\"", "SIGN_OFF");
        assertThat(portal.html(portal.page(story.clerk(), "/beteiligung/" + round)))
                .doesNotContain("Geheimer Entwurf");
        assertThat(countDrafts(story.district(), story.district())).isZero();
        assertThat(countDrafts(story.district(), null)).isZero();
        assertThat(countDrafts(story.district(), story.ags("060"))).isZero();
        assertThat(countDrafts(story.district(), story.ags("068"))).isOne();
        assertThat(auditOf(story.district()))
                .noneMatch(entry -> entry.contains("Geheimer Entwurf"));
    }

    @Test
    void aColleagueWhoComesLaterLearnsWhatChanged() {
        var story = Story.inFreshDistrict(portal);
        var round = "/rounds/" + story.openRound() + "/statement";
        portal.ok(
                portal.put(
                        story.official("068"), round, with("position", "REJECT", "text", "eins")));
        portal.ok(
                portal.put(
                        story.mayor("068"),
                        round,
                        with("version", 0, "position", "REJECT", "text", "zwei")));

        assertThat(
                        portal.put(
                                story.official("068"),
                                round,
                                with("version", 0, "position", "NEUTRAL", "text", "drei")))
                .hasStatus(409)
                .bodyJson()
                .satisfies(json -> {
                    json.assertThat()
                            .extractingPath("$.type")
                            .isEqualTo("urn:foerderkreis:problem:stale-version");
                    json.assertThat()
                            .extractingPath("$.changedFields")
                            .asArray()
                            .containsExactly("text");
                });
    }

    @Test
    void onlyTheMayorSubmits() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        portal.ok(
                portal.put(
                        story.official("068"),
                        "/rounds/" + round + "/statement",
                        with("position", "REJECT")));
        var submission = "/rounds/" + round + "/statement/submission";

        assertThat(portal.post(story.official("068"), submission, with("version", 0)))
                .hasStatus(403);
        assertThat(portal.post(story.clerk(), submission, with("version", 0))).hasStatus(403);
        assertThat(portal.post(story.mayor("060"), submission, with("version", 0))).hasStatus(409);
        assertThat(portal.post(story.mayor("068"), submission, with("version", 0))).hasStatus(200);
    }

    @Test
    void aStatementWithoutAPositionIsRefusedWithItsField() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        portal.ok(
                portal.put(
                        story.mayor("068"),
                        "/rounds/" + round + "/statement",
                        with("text", "Noch offen")));

        assertThat(
                        portal.post(
                                story.mayor("068"),
                                "/rounds/" + round + "/statement/submission",
                                with("version", 0)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("position");
    }

    @Test
    void theLastOfTwoStatementsInTimeCountsAndBothAreKept() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        story.answer(round, "056", "REJECT");
        clock.at("2014-02-20T09:00:00Z");
        story.answer(round, "056", "APPROVE");

        var delivered = portal.ok(portal.get(story.clerk(), "/rounds/" + round + "/statements"));
        assertThat(delivered).hasSize(2);
        assertThat(delivered.get(0).get("status").asString()).isEqualTo("REPLACED");
        assertThat(delivered.get(1).get("status").asString()).isEqualTo("COUNTED");
        var tally = portal.ok(portal.get(story.clerk(), "/rounds/" + round + "/tally"));
        assertThat(tally.get("lines").get(0).get("position").asString()).isEqualTo("APPROVE");
        assertThat(tally.get("onTime").asInt()).isEqualTo(1);
    }

    @Test
    void aLetterThatCameInTimeCountsAlthoughItIsEnteredAfterTheClosing() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        clock.at("2014-03-05T09:00:00Z");
        wire.await(story.district(), ConsultationClosed.class, 1);

        var receipt =
                portal.ok(
                        portal.post(
                                story.clerk(),
                                "/rounds/" + round + "/statements",
                                letter(story.ags("036"), "2014-03-04T15:00:00+01:00")));

        assertThat(receipt.get("late").asBoolean()).isFalse();
        var corrected = wire.await(story.district(), ConsultationClosed.class, 2).getLast().body();
        assertThat(corrected.get("onTime").asInt()).isEqualTo(1);
        assertThat(wire.await(story.district(), StatementSubmitted.class, 1)).hasSize(1);
    }

    @Test
    void whatWasSaidNeedsItsMinutes() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var said = letter(story.ags("036"), "2014-02-17T08:00:00Z");
        said.put("channel", "ORAL");
        assertThat(portal.post(story.clerk(), "/rounds/" + round + "/statements", said))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("minutes");

        said.put("minutes", " HVB-Dienstbesprechung 21.02.2014, TOP 3 ");
        var receipt =
                portal.ok(portal.post(story.clerk(), "/rounds/" + round + "/statements", said));
        var id = receipt.get("statementId").asString();
        assertThat(
                        portal.ok(
                                        portal.get(
                                                story.clerk(),
                                                "/rounds/" + round + "/statements/" + id))
                                .get("minutes")
                                .asString())
                .isEqualTo("HVB-Dienstbesprechung 21.02.2014, TOP 3");
        assertThat(
                        portal.html(
                                portal.page(
                                        story.clerk(),
                                        "/beteiligung/" + round + "/stellungnahmen/" + id)))
                .contains("Niederschrift", "TOP 3");
        assertThat(portal.html(portal.page(story.clerk(), "/beteiligung/" + round + "/anhang-6")))
                .contains("Niederschrift: HVB-Dienstbesprechung 21.02.2014, TOP 3");
    }

    @Test
    void aJointStatementCountsForEachOfItsTownsAndOneMayAddItsOwn() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var statements = "/rounds/" + round + "/statements";
        var joint = letter(story.ags("036"), "2014-02-17T08:00:00Z");
        joint.put("jointWith", List.of(story.ags("068"), story.ags("076"), story.ags("036")));
        var wrong = letter(story.ags("036"), "2014-02-17T08:00:00Z");
        wrong.put("jointWith", List.of(story.ags("068"), "05999001"));
        assertThat(portal.post(story.clerk(), statements, wrong))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("jointWith");
        assertThat(portal.ok(portal.get(story.clerk(), statements))).as("all or none").isEmpty();

        var id = portal.ok(portal.post(story.clerk(), statements, joint)).get("statementId");
        var all = portal.ok(portal.get(story.clerk(), statements));
        assertThat(all).hasSize(3);
        assertThat(all)
                .extracting(it -> it.get("receiptNumber").asString())
                .doesNotHaveDuplicates();
        assertThat(all).allSatisfy(it -> assertThat(it.get("jointWith").size()).isEqualTo(2));
        assertThat(wire.await(story.district(), StatementSubmitted.class, 3)).hasSize(3);
        assertThat(
                        portal.html(
                                portal.page(
                                        story.clerk(),
                                        "/beteiligung/"
                                                + round
                                                + "/stellungnahmen/"
                                                + id.asString())))
                .contains("Gemeinsam mit", "Troisdorf, Windeck");
        assertThat(portal.html(portal.page(story.clerk(), "/beteiligung/" + round + "/anhang-6")))
                .contains("Gemeinsam mit:", "<li>Troisdorf</li>");

        story.answer(round, "076", "APPROVE");
        assertThat(portal.ok(portal.get(story.clerk(), statements)))
                .filteredOn(it -> it.get("status").asString().equals("COUNTED"))
                .extracting(it -> it.get("position").asString())
                .containsExactlyInAnyOrder("REJECT", "REJECT", "APPROVE");
    }

    @Test
    void nobodyRecordsALetterFromTheFutureOrAPortalStatement() {
        var story = Story.inFreshDistrict(portal);
        var statements = "/rounds/" + story.openRound() + "/statements";
        var future = letter(story.ags("036"), "2014-02-18T15:00:00Z");
        var portalChannel = letter(story.ags("036"), "2014-02-17T08:00:00Z");
        portalChannel.put("channel", "PORTAL");

        assertThat(portal.post(story.clerk(), statements, future))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("receivedAt");
        assertThat(portal.post(story.clerk(), statements, portalChannel)).hasStatus(422);
        assertThat(
                        portal.post(
                                story.clerk(),
                                statements,
                                letter("05999036", "2014-02-17T08:00:00Z")))
                .hasStatus(404);
    }

    @Test
    void aTownReadsNothingOfItsNeighboursAndNothingItWasNotAskedFor() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var receipt = story.answer(round, "060", "REJECT");
        var foreign = "/rounds/" + round + "/statements/" + receipt.get("statementId").asString();
        var prepared = story.prepareRound().get("id").asString();

        assertThat(portal.get(story.mayor("060"), foreign)).hasStatus(200);
        assertThat(portal.get(story.mayor("068"), foreign)).hasStatus(404);
        assertThat(portal.ok(portal.get(story.mayor("068"), "/rounds/" + round + "/statements")))
                .isEmpty();
        assertThat(portal.get(story.mayor("068"), "/rounds/" + round + "/tally")).hasStatus(403);
        assertThat(portal.get(story.mayor("068"), "/rounds/" + prepared)).hasStatus(404);
        assertThat(
                        portal.put(
                                story.mayor("068"),
                                "/rounds/" + prepared + "/statement",
                                with("text", "x")))
                .hasStatus(404);
        assertThat(portal.get(Tokens.mayor("05999060"), "/rounds/" + round)).hasStatus(404);
        assertThat(portal.get(Tokens.clerk("05999"), "/rounds/" + round)).hasStatus(404);
    }

    private void holdRound(
            String district, String round, CountDownLatch locked, CountDownLatch release) {
        Tenancy.run(
                district,
                () ->
                        transactions.executeWithoutResult(status -> {
                            db.sql(
                                            "select id from consultation_round where id = ?::uuid for update")
                                    .param(round)
                                    .query(String.class)
                                    .single();
                            locked.countDown();
                            try {
                                assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
                            } catch (InterruptedException stopped) {
                                throw new IllegalStateException(stopped);
                            }
                        }));
    }

    private void awaitWaiting(String round) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        Objects.requireNonNull(
                                        transactions.execute(status ->
                                                db.sql(
                                                                "select count(*) from pg_locks where not granted")
                                                        .query(Long.class)
                                                        .single()))
                                > 0);
    }

    private long countDrafts(String district, String organisation) {
        return Tenancy.call(
                district,
                organisation,
                () ->
                        Objects.requireNonNull(
                                transactions.execute(status ->
                                        db.sql("select count(*) from statement_draft")
                                                .query(Long.class)
                                                .single())));
    }

    private List<String> auditOf(String district) {
        return Tenancy.call(
                district,
                district,
                () ->
                        Objects.requireNonNull(
                                transactions.execute(status ->
                                        db.sql("select audit_entry::text from audit_entry")
                                                .query(String.class)
                                                .list())));
    }

    private static java.util.Map<String, Object> letter(String ags, String receivedAt) {
        return with(
                "ags",
                ags,
                "position",
                "REJECT",
                "reasons",
                List.of("EXTRA_COST", "ALREADY_SUFFICIENT"),
                "text",
                "Wir lehnen ab.",
                "channel",
                "LETTER",
                "receivedAt",
                receivedAt);
    }
}
