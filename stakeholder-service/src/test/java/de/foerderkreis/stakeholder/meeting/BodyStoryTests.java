package de.foerderkreis.stakeholder.meeting;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.contracts.stakeholder.BodyFounded;
import de.foerderkreis.contracts.stakeholder.BodyPositionRecorded;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Steps 7, 13, 14 and 21a of the story: bodies, what they said, and the founding. */
@StakeholderTest
class BodyStoryTests {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;

    private final UUID caseId = UUID.randomUUID();

    @BeforeEach
    void standOnTheDayOfTheLastMeeting() {
        clock.at("2014-02-21T15:00:00Z");
    }

    @Test
    void recordsWhatTheThreeMeetingsSaidAndCountsItNowhere() {
        var story = Story.inFreshDistrict(portal);
        var clerk = story.clerk();
        var round = story.openRound();
        var hvb = body(clerk, "HVB", "OFFICIAL_MEETING");
        portal.ok(
                portal.post(
                        clerk,
                        "/bodies/" + hvb + "/members/municipalities",
                        with("function", "Bürgermeisteramt", "validFrom", "2009-10-21")));
        var meeting = meeting(clerk, hvb, "2014-02-21", null);

        said(clerk, meeting, null);
        portal.ok(
                portal.file(
                        clerk,
                        Portal.API + "/meetings/" + meeting + "/minutes",
                        "niederschrift.pdf",
                        PDF,
                        Map.of()));

        var told = wire.await(story.district(), BodyPositionRecorded.class, 2);
        assertThat(told.getFirst().key()).isEqualTo(caseId.toString());
        assertThat(told.getFirst().body().get("body").asString()).isEqualTo("HVB");
        assertThat(told.getFirst().body().get("position").asString()).isEqualTo("MOSTLY_REJECT");
        assertThat(told.getFirst().body().get("minutesSha256").isNull()).isTrue();
        assertThat(told.getLast().body().get("minutesSha256").asString()).hasSize(64);

        var tally = portal.ok(portal.get(clerk, "/rounds/" + round + "/tally"));
        assertThat(tally.get("onTime").asInt()).isZero();
        assertThat(portal.ok(portal.get(clerk, "/rounds/" + round + "/statements"))).isEmpty();
        assertThat(wire.of(story.district(), StatementSubmitted.class)).isEmpty();
    }

    @Test
    void completesTheYearTheSourceLeavesOut() {
        var clerk = Tokens.clerk(Portal.freshDistrict());
        var heads = body(clerk, "SOCIAL_HEADS", "CONFERENCE");

        var meeting =
                portal.ok(
                        portal.get(
                                clerk,
                                "/meetings/" + meeting(clerk, heads, "2014-02-19", "19.02.")));
        assertThat(meeting.get("heldOn").asString()).isEqualTo("2014-02-19");
        assertThat(meeting.get("yearCompleted").asBoolean()).isTrue();
        assertThat(portal.html(portal.page(clerk, "/sitzungen/" + meeting.get("id").asString())))
                .contains("Jahr ergänzt: In der Quelle steht nur „19.02.“, ergänzt wurde 2014.");

        var wrong =
                portal.post(
                        clerk,
                        "/meetings",
                        with(
                                "bodyId",
                                heads,
                                "plan",
                                with("heldOn", "2014-02-19", "sourceDate", "18.02.")));
        assertThat(wrong).hasStatus(422);
        assertThat(portal.body(wrong).get("errors").get(0).get("field").asString())
                .isEqualTo("sourceDate");
    }

    @Test
    void nothingIsRecordedOfAMeetingThatHasNotBeen() {
        var clerk = Tokens.clerk(Portal.freshDistrict());
        var meeting = meeting(clerk, body(clerk, "AK", "WORKING_GROUP"), "2014-02-22", null);

        var early =
                portal.put(
                        clerk,
                        "/meetings/" + meeting + "/position",
                        with("caseId", caseId, "position", "REJECT"));
        assertThat(early).hasStatus(409);
        assertThat(portal.body(early).get("type").asString()).endsWith("meeting-not-held");
    }

    @Test
    void aCorrectionNeedsTheVersionItCorrects() {
        var clerk = Tokens.clerk(Portal.freshDistrict());
        var meeting = meeting(clerk, body(clerk, "AK", "WORKING_GROUP"), "2014-01-23", null);
        said(clerk, meeting, null);

        var blind =
                portal.put(
                        clerk,
                        "/meetings/" + meeting + "/position",
                        with("caseId", caseId, "position", "MIXED"));
        assertThat(blind).hasStatus(409);
        portal.ok(
                portal.put(
                        clerk,
                        "/meetings/" + meeting + "/position",
                        with("caseId", caseId, "position", "MIXED", "version", 0)));
        var stale =
                portal.put(
                        clerk,
                        "/meetings/" + meeting + "/position",
                        with("caseId", caseId, "position", "APPROVE", "version", 0));
        assertThat(portal.body(stale).get("changedFields").toString())
                .isEqualTo("[\"position\",\"reasons\"]");
    }

    @Test
    void aWishOfTheMeetingStaysOpen() {
        var district = Portal.freshDistrict();
        var clerk = Tokens.clerk(district);
        var meeting = meeting(clerk, body(clerk, "HVB", "OFFICIAL_MEETING"), "2014-02-21", null);

        portal.ok(
                portal.post(
                        clerk,
                        "/meetings/" + meeting + "/requests",
                        with("caseId", caseId, "title", "LaKI und eine Kommune mit KI anhören")));

        var opened = wire.await(district, FollowUpOpened.class, 1).getFirst().body();
        assertThat(opened.get("title").asString())
                .isEqualTo("LaKI und eine Kommune mit KI anhören (HVB, 21.02.2014)");
        assertThat(opened.get("kind").asString()).isEqualTo("OPEN_REQUEST");
    }

    @Test
    void foundsTheJointDeploymentManagementWithBothSides() {
        var district = Portal.freshDistrict();
        var clerk = Tokens.clerk(district);
        clock.at("2014-04-15T15:00:00Z");
        var joint = body(clerk, "EM", "DEPLOYMENT_MANAGEMENT");
        seat(clerk, joint, district, null);
        var meeting = meeting(clerk, joint, "2014-04-15", null);
        var founding = with("caseId", caseId, "bodyVersion", 0);

        var half = portal.post(clerk, "/meetings/" + meeting + "/founding", founding);
        assertThat(half).hasStatus(422);
        assertThat(portal.body(half).get("detail").asString()).contains("STATE");

        seat(clerk, joint, "05-schulaufsicht", "Schulaufsicht des Landes");
        portal.ok(portal.post(clerk, "/meetings/" + meeting + "/founding", founding));
        assertThat(portal.post(clerk, "/meetings/" + meeting + "/founding", founding))
                .hasStatus(409);
        portal.ok(
                portal.file(
                        clerk,
                        Portal.API + "/meetings/" + meeting + "/minutes",
                        "niederschrift.pdf",
                        PDF,
                        Map.of()));

        var told = wire.await(district, BodyFounded.class, 2);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().body().get("sides").toString())
                .isEqualTo("[\"DISTRICT\",\"STATE\"]");
        assertThat(told.getFirst().body().get("minutesSha256").isNull()).isTrue();
        assertThat(told.getLast().body().get("minutesSha256").asString()).hasSize(64);
        assertThat(told.getLast().body().get("kind").asString()).isEqualTo("DEPLOYMENT_MANAGEMENT");
        var view = portal.ok(portal.get(clerk, "/bodies/" + joint));
        assertThat(view.get("foundedOn").asString()).isEqualTo("2014-04-15");
        assertThat(view.get("deciding").asBoolean()).isFalse();
    }

    @Test
    void aConditionalMandateHoldsOnceTheKreistagHasResolved() {
        var district = Portal.freshDistrict();
        var clerk = Tokens.clerk(district);
        var group = body(clerk, "AK", "WORKING_GROUP");
        mandate(clerk, group, 1, null);
        mandate(clerk, group, 2, "KREISTAG");
        assertThat(status(clerk, group, 0)).isEqualTo("ACTIVE");
        assertThat(status(clerk, group, 1)).isEqualTo("PLANNED");

        resolve(district, "KREISAUSSCHUSS", "2014-03-10");
        resolve(district, "KREISTAG", "2013-12-09");
        resolve(district, "KREISTAG", "2014-03-20");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(clerk, group, 1)).isEqualTo("ACTIVE"));
        var phase = portal.ok(portal.get(clerk, "/bodies/" + group)).get("mandates").get(1);
        assertThat(phase.get("activeOn").asString()).isEqualTo("2014-03-20");

        var late = body(clerk, "AK2", "WORKING_GROUP");
        mandate(clerk, late, 2, "KREISTAG");
        assertThat(status(clerk, late, 0)).isEqualTo("ACTIVE");
    }

    @Test
    void townsAndPartnersSeeTheirBodiesAndTheMeetingsTheySatIn() {
        var story = Story.inFreshDistrict(portal);
        var clerk = story.clerk();
        var hers = body(clerk, "HVB", "OFFICIAL_MEETING");
        portal.ok(
                portal.post(
                        clerk,
                        "/bodies/" + hers + "/members",
                        with(
                                "organisation",
                                story.ags("068"),
                                "function",
                                "Bürgermeisteramt",
                                "validFrom",
                                "2014-02-01")));
        var before = meeting(clerk, hers, "2014-01-31", null);
        var since = meeting(clerk, hers, "2014-02-21", null);
        var other = body(clerk, "AK", "WORKING_GROUP");
        var foreign = meeting(clerk, other, "2014-02-20", null);

        var mayor = story.mayor("068");
        assertThat(portal.ok(portal.get(mayor, "/bodies"))).hasSize(1);
        assertThat(portal.ok(portal.get(mayor, "/meetings"))).hasSize(1);
        assertThat(portal.get(mayor, "/meetings/" + since)).hasStatusOk();
        assertThat(portal.get(mayor, "/meetings/" + before)).hasStatus(404);
        assertThat(portal.get(mayor, "/meetings/" + foreign)).hasStatus(404);
        assertThat(portal.get(mayor, "/meetings/" + foreign + "/minutes")).hasStatus(404);
        assertThat(portal.get(mayor, "/bodies/" + other)).hasStatus(404);
        assertThat(portal.page(mayor, "/gremien/" + other)).hasStatus(404);
        assertThat(portal.page(mayor, "/sitzungen/" + foreign)).hasStatus(404);
        assertThat(portal.ok(portal.get(story.mayor("072"), "/bodies"))).isEmpty();
        var partner = Tokens.of(story.district() + "-caritas", "partner");
        assertThat(portal.ok(portal.get(partner, "/meetings"))).isEmpty();
        assertThat(portal.get(Tokens.clerk(Portal.freshDistrict()), "/bodies/" + hers))
                .hasStatus(404);
    }

    @Test
    void anUnknownOrganisationGetsNoSeat() {
        var clerk = Tokens.clerk(Portal.freshDistrict());
        var body = body(clerk, "AK", "WORKING_GROUP");

        for (var unknown : List.of("05382999", "05382", "nobody", "05382-nobody")) {
            var refused =
                    portal.post(
                            clerk,
                            "/bodies/" + body + "/members",
                            with(
                                    "organisation",
                                    unknown,
                                    "function",
                                    "F",
                                    "validFrom",
                                    "2014-01-01"));
            assertThat(refused).hasStatus(422);
            assertThat(portal.body(refused).get("errors").get(0).get("field").asString())
                    .isEqualTo("organisation");
        }
    }

    private String body(String clerk, String code, String kind) {
        return id(
                portal.ok(
                        portal.post(
                                clerk,
                                "/bodies",
                                with("code", code, "name", "Gremium " + code, "kind", kind))));
    }

    private String meeting(String clerk, String body, String day, String source) {
        var plan = with("heldOn", day, "place", "Kreishaus");
        if (source != null) {
            plan.put("sourceDate", source);
        }
        return id(portal.ok(portal.post(clerk, "/meetings", with("bodyId", body, "plan", plan))));
    }

    private void said(String clerk, String meeting, Long version) {
        var request =
                with(
                        "caseId",
                        caseId,
                        "position",
                        "MOSTLY_REJECT",
                        "reasons",
                        List.of("EXTRA_COST", "ALREADY_SUFFICIENT"));
        if (version != null) {
            request.put("version", version);
        }
        portal.ok(portal.put(clerk, "/meetings/" + meeting + "/position", request));
    }

    private void seat(String clerk, String body, String organisation, String name) {
        var request =
                with(
                        "organisation",
                        organisation,
                        "function",
                        "Leitung",
                        "validFrom",
                        "2014-04-01");
        if (name != null) {
            request.put("organisationName", name);
        }
        portal.ok(portal.post(clerk, "/bodies/" + body + "/members", request));
    }

    private void mandate(String clerk, String body, int phase, String awaits) {
        var request =
                with(
                        "caseId",
                        caseId,
                        "phase",
                        phase,
                        "text",
                        "Phase " + phase,
                        "grantedOn",
                        "2014-01-23");
        if (awaits != null) {
            request.put("awaits", awaits);
        }
        portal.ok(portal.post(clerk, "/bodies/" + body + "/mandates", request));
    }

    private String status(String clerk, String body, int index) {
        return portal.ok(portal.get(clerk, "/bodies/" + body))
                .get("mandates")
                .get(index)
                .get("status")
                .asString();
    }

    private void resolve(String district, String council, String day) {
        wire.send(
                district,
                ResolutionAdopted.TOPIC,
                caseId.toString(),
                UUID.randomUUID(),
                new ResolutionAdopted(
                        caseId,
                        UUID.randomUUID(),
                        council,
                        LocalDate.parse(day),
                        "ADOPTED_MAJORITY",
                        1));
    }

    private static String id(JsonNode created) {
        return created.get("id").asString();
    }
}
