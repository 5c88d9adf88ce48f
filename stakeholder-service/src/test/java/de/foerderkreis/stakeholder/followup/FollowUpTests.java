package de.foerderkreis.stakeholder.followup;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.stakeholder.FollowUpClosed;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Wire;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Wishes that stay open (F66) and tasks other features leave on a work list. */
@StakeholderTest
class FollowUpTests {

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;
    @Autowired FollowUps followUps;
    @Autowired TransactionTemplate transaction;

    private final String district = Portal.freshDistrict();
    private final String clerk = Tokens.clerk(district);
    private final UUID caseId = UUID.randomUUID();

    @BeforeEach
    void standOnTheDayOfTheConference() {
        clock.at("2014-02-19T09:00:00Z");
    }

    @Test
    void aPostponedWishStaysVisibleAndComesBackOnItsDay() {
        var wish = open("LaKI und eine Kommune mit KI anhören");
        var id = wish.get("id").asString();

        var postponed =
                portal.ok(
                        portal.post(
                                clerk,
                                "/follow-ups/" + id + "/postponement",
                                with(
                                        "version",
                                        0,
                                        "dueOn",
                                        "2014-05-12",
                                        "reason",
                                        "kurzfristig nicht möglich")));

        assertThat(postponed.get("status").asString()).isEqualTo("POSTPONED");
        assertThat(portal.ok(portal.get(clerk, "/follow-ups?caseId=" + caseId))).hasSize(1);
        clock.at("2014-05-11T21:59:59Z");
        assertThat(state(id)).isEqualTo("POSTPONED");
        clock.at("2014-05-11T22:00:00Z");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(id)).isEqualTo("OPEN"));

        var told = wire.await(district, FollowUpOpened.class, 3);
        assertThat(told).hasSize(3).allMatch(it -> it.key().equals(caseId.toString()));
        assertThat(told.getFirst().body().get("kind").asString()).isEqualTo("OPEN_REQUEST");
        assertThat(told.getFirst().body().get("page").asString())
                .isEqualTo("/gremien/anliegen/" + id);
        assertThat(told.getLast().body().get("dueOn").asString()).isEqualTo("2014-05-12");
    }

    @Test
    void endsOnceWithItsReason() {
        var id = open("LaKI anhören").get("id").asString();
        var reason = with("version", 0, "reason", "Der Arbeitskreis verzichtet.");

        var dropped = portal.ok(portal.post(clerk, "/follow-ups/" + id + "/dismissal", reason));
        assertThat(dropped.get("status").asString()).isEqualTo("DROPPED");
        assertThat(dropped.get("reason").asString()).isEqualTo("Der Arbeitskreis verzichtet.");
        var again =
                portal.post(
                        clerk,
                        "/follow-ups/" + id + "/completion",
                        with("version", 1, "reason", "doch"));
        assertThat(again).hasStatus(409);
        assertThat(portal.body(again).get("type").asString()).endsWith("follow-up-ended");
        wire.await(district, FollowUpClosed.class, 1);
    }

    @Test
    void tellsASecondEditorWhatChanged() {
        var id = open("LaKI anhören").get("id").asString();
        var later = with("version", 0, "dueOn", "2014-05-12", "reason", "später");
        portal.ok(portal.post(clerk, "/follow-ups/" + id + "/postponement", later));

        var stale = portal.post(clerk, "/follow-ups/" + id + "/postponement", later);

        assertThat(stale).hasStatus(409);
        assertThat(portal.body(stale).get("changedFields").toString())
                .isEqualTo("[\"dueOn\",\"reason\",\"status\"]");
    }

    @Test
    void refusesAFollowUpDateThatIsNotAhead() {
        var id = open("LaKI anhören").get("id").asString();

        var refused =
                portal.post(
                        clerk,
                        "/follow-ups/" + id + "/postponement",
                        with("version", 0, "dueOn", "2014-02-19", "reason", "später"));

        assertThat(refused).hasStatus(422);
        assertThat(portal.body(refused).get("errors").get(0).get("field").asString())
                .isEqualTo("dueOn");
    }

    @Test
    void anotherFeaturesTaskCommitsWithItsCauseAndEndsOnItsOwnPageOnly() {
        var id =
                Tenancy.call(
                        district,
                        null,
                        () ->
                                followUps.open(
                                        caseId,
                                        FollowUpKind.BURDEN_CHECK,
                                        "Prüfen: Mehr- oder Minderbelastung Troisdorf",
                                        "treasurer",
                                        LocalDate.parse("2014-03-31"),
                                        "/beteiligung/1/pruefung/{id}"));
        assertThatThrownBy(() ->
                        Tenancy.run(
                                district,
                                () ->
                                        transaction.executeWithoutResult(it -> {
                                            followUps.close(id, "keine");
                                            throw new IllegalStateException("died");
                                        })))
                .hasMessage("died");

        var elsewhere =
                portal.post(
                        clerk,
                        "/follow-ups/" + id + "/completion",
                        with("version", 0, "reason", "keine"));
        assertThat(elsewhere).hasStatus(409);
        assertThat(portal.body(elsewhere).get("detail").asString())
                .contains("/beteiligung/1/pruefung/" + id);
        Tenancy.run(district, () -> followUps.close(id, "keine"));
        assertThat(state(id.toString())).isEqualTo("DONE");
        assertThat(wire.await(district, FollowUpClosed.class, 1)).hasSize(1);
        assertThatThrownBy(() -> Tenancy.run(district, () -> followUps.close(id, "noch einmal")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void anotherDistrictDoesNotSeeIt() {
        var id = open("LaKI anhören").get("id").asString();
        var stranger = Tokens.clerk(Portal.freshDistrict());

        assertThat(portal.get(stranger, "/follow-ups/" + id)).hasStatus(404);
        assertThat(
                        portal.post(
                                stranger,
                                "/follow-ups/" + id + "/dismissal",
                                with("version", 0, "reason", "x")))
                .hasStatus(404);
    }

    private JsonNode open(String title) {
        return portal.ok(portal.post(clerk, "/follow-ups", with("caseId", caseId, "title", title)));
    }

    private String state(String id) {
        return portal.ok(portal.get(clerk, "/follow-ups/" + id)).get("status").asString();
    }
}
