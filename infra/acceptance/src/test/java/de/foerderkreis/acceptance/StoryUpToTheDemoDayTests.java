package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.Story;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Steps 1 to 14 of the story (domain section 7), as they stand on the demo day. */
@Order(2)
@ExtendWith(RunningSystem.class)
class StoryUpToTheDemoDayTests {

    private final Story story = RunningSystem.story();
    private final PortalClient clerk = story.actors().clerk();
    private final String file = "/api/application/v1/cases/" + story.caseId();
    private final String stakeholder = "/api/stakeholder/v1";

    @Test
    void steps1To4TheCommitteeHearsAndDefers() {
        assertThat(clerk.get(file).expect(200).text("status")).isEqualTo("PREPARATION");
        var council = clerk.get(file + "/council").expect(200).json();
        assertThat(one(council.path("motions"), "datedOn", "2012-10-02").path("proposers"))
                .hasSize(2);
        assertThat(outcome(council, "2012-10-22")).isEqualTo("NOTED");
        assertThat(outcome(council, "2012-11-19")).isEqualTo("NOTED");
        assertThat(Story.items(council.path("papers")))
                .filteredOn(it -> it.path("type").asString().equals("REPORT"))
                .hasSize(2);
        assertThat(outcome(council, "2013-03-11")).isEqualTo("DEFERRED");
        assertThat(kinds("/tasks")).contains("FURTHER_TALKS");
    }

    @Test
    void steps5And6TheMandateTakesEffect() {
        var council = clerk.get(file + "/council").expect(200).json();
        assertThat(outcome(council, "2013-12-09")).isEqualTo("ADOPTED_UNANIMOUS");
        assertThat(
                        one(council.path("motions"), "datedOn", "2013-12-05")
                                .path("mandate")
                                .path("state")
                                .asString())
                .isEqualTo("EFFECTIVE");
        assertThat(kinds("/tasks")).contains("CONCEPTION_MANDATE");
    }

    @Test
    void steps7And13And14BodiesSpeakAndNothingOfItCountsAsAStatement() {
        var meetings = Story.items(clerk.get(stakeholder + "/meetings").expect(200).json());
        for (String day : List.of("2014-01-23", "2014-02-19", "2014-02-21")) {
            var meeting =
                    meetings.stream()
                            .filter(it -> it.path("heldOn").asString().equals(day))
                            .findFirst()
                            .orElseThrow();
            assertThat(meeting.path("positions").path(0).path("position").asString())
                    .isEqualTo("MOSTLY_REJECT");
            assertThat(meeting.path("minutesSha256").asString()).hasSize(64);
            assertThat(meeting.path("yearCompleted").asBoolean())
                    .isEqualTo(day.equals("2014-02-19"));
        }
        assertThat(
                        Story.items(
                                clerk.get(
                                                stakeholder
                                                        + "/rounds/"
                                                        + story.roundId()
                                                        + "/statements")
                                        .expect(200)
                                        .json()))
                .hasSize(13);
        var request =
                one(
                        clerk.get(stakeholder + "/follow-ups?caseId=" + story.caseId())
                                .expect(200)
                                .json(),
                        "kind",
                        "OPEN_REQUEST");
        assertThat(request.path("status").asString()).isEqualTo("POSTPONED");
        assertThat(request.path("dueOn").asString()).isEqualTo("2014-05-12");
    }

    @Test
    void steps8And9FewerPostsThanTheRulingAllowsAreWarnedOf() {
        var ruling = one(clerk.get(file + "/rulings").expect(200).json(), "authority", "LAKI");
        assertThat(ruling.path("outcome").asString()).isEqualTo("REFUSED");
        var plan =
                story.actors()
                        .treasurer()
                        .get("/api/finance/v1/cases/" + story.caseId() + "/staffing-plan")
                        .expect(200)
                        .json();
        assertThat(plan.path("fte").asString()).isEqualTo("3.50");
        assertThat(plan.path("totalFte").asString()).isEqualTo("5.50");
        assertThat(plan.path("workplaces").asInt()).isEqualTo(8);
        assertThat(plan.path("rooms").asInt()).isEqualTo(4);
        assertThat(plan.path("ruling").path("minimumPosts").asString()).isEqualTo("3.50");
        assertThat(plan.path("belowRuling").asBoolean()).isFalse();
    }

    @Test
    void step8aFiveOfSixPartnersConfirmAndTheMissingOneIsNamed() {
        var overview =
                clerk.get(stakeholder + "/cooperations?caseId=" + story.caseId())
                        .expect(200)
                        .json()
                        .path(0);
        assertThat(overview.path("asked").asInt()).isEqualTo(6);
        assertThat(overview.path("confirmed").asInt()).isEqualTo(5);
        assertThat(overview.path("missing").toString()).contains("Migrantenorganisation");
        assertThat(
                        Story.items(overview.path("cooperations")).stream()
                                .map(it -> it.path("channel").asString(""))
                                .filter(it -> it.equals("LINK")))
                .hasSize(4);
        var r3 = one(clerk.get(file + "/requirements").expect(200).json(), "code", "R3");
        assertThat(r3.path("cooperation").path("askedInAll").asInt()).isEqualTo(6);
        assertThat(r3.path("cooperation").path("confirmedInAll").asInt()).isEqualTo(5);
        assertThat(r3.path("missing").toString()).contains("Migrantenorganisation");
    }

    @Test
    void steps11aAnd12ExactlyTheReleasedVersionGoesToNineteenTowns() {
        var round = clerk.get(stakeholder + "/rounds/" + story.roundId()).expect(200).json();
        assertThat(round.path("conceptionVersion").asInt()).isEqualTo(1);
        var letters =
                Story.items(
                        clerk.get(stakeholder + "/rounds/" + story.roundId() + "/letters")
                                .expect(200)
                                .json());
        assertThat(letters).hasSize(19);
        assertThat(letters)
                .filteredOn(it ->
                        it.path("body").asString().startsWith("Sehr geehrte Frau Bürgermeisterin,"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("ags").asString()).isEqualTo("05382008"));

        var mayor = story.actors().as("mayor-lohmar");
        var versions = Story.items(mayor.get(file + "/conception/versions").expect(200).json());
        assertThat(versions).singleElement();
        assertThat(versions.getFirst().path("no").asInt()).isEqualTo(1);
        assertThat(mayor.get(file + "/conception/versions/1/document.pdf").expect(200).type())
                .startsWith("application/pdf");
        assertThat(mayor.get(file + "/conception").status()).as("the draft").isEqualTo(403);
    }

    @Test
    void step12AddresseesSeeTheWholeTableAlsoWhenTheFundingEnds() {
        var table =
                story.actors()
                        .as("mayor-troisdorf")
                        .get(
                                "/api/finance/v1/cases/"
                                        + story.caseId()
                                        + "/levy-effect?fundingEnds=true")
                        .expect(200)
                        .json();
        assertThat(table.path("sharesSum").asString()).isEqualTo("250000.00");
        assertThat(table.path("shares")).hasSize(19);
        assertThat(one(table.path("shares"), "ags", "05382068").path("share").asString())
                .isEqualTo("37578.37");
    }

    private List<String> kinds(String path) {
        return Story.items(clerk.get(file + path).expect(200).json()).stream()
                .map(it -> it.path("kind").asString())
                .toList();
    }

    private static String outcome(JsonNode council, String day) {
        return one(council.path("meetings"), "heldOn", day)
                .path("items")
                .path(0)
                .path("outcome")
                .asString();
    }

    static JsonNode one(JsonNode rows, String field, String value) {
        return Story.items(rows).stream()
                .filter(it -> it.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("No %s = %s in %s".formatted(field, value, rows)));
    }
}
