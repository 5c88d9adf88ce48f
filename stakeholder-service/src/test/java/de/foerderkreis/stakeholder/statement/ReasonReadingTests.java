package de.foerderkreis.stakeholder.statement;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.FollowUpClosed;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.contracts.stakeholder.ReasonsCoded;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reasons the clerk reads, what a town says to that, and the check of § 56 Abs. 4 (step 18). */
@StakeholderTest
class ReasonReadingTests {

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;

    @BeforeEach
    void standInTheMiddleOfTheRound() {
        clock.at("2014-02-17T09:00:00Z");
    }

    @Test
    void theTownSeesTheCodingObjectsAndIsAnswered() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var statement = record(story, round, "036", List.of());
        var path = "/rounds/" + round + "/statements/" + statement;
        var coding = with("reasons", List.of("EXTRA_COST", "ALREADY_SUFFICIENT"));

        assertThat(
                        portal.post(
                                story.mayor("036"),
                                path + "/objection",
                                with("version", 0, "text", "Nein")))
                .hasStatus(409);
        assertThat(portal.put(story.clerk(), path + "/reasons", with("reasons", List.of())))
                .hasStatus(422);
        portal.ok(portal.put(story.clerk(), path + "/reasons", coding));
        assertThat(portal.put(story.clerk(), path + "/reasons", coding)).hasStatus(409);
        var event = wire.await(story.district(), ReasonsCoded.class, 1).getFirst().body();
        assertThat(event.get("ags").asString()).isEqualTo(story.ags("036"));
        assertThat(event.get("reasons").toString())
                .isEqualTo("[\"EXTRA_COST\",\"ALREADY_SUFFICIENT\"]");
        var seen = portal.ok(portal.get(story.mayor("036"), path));
        assertThat(seen.get("coding").get("reasons")).hasSize(2);
        assertThat(seen.get("reasons")).isEmpty();

        var objection = with("version", 0, "text", "Nur die Kosten.");
        assertThat(portal.post(story.mayor("060"), path + "/objection", objection)).hasStatus(404);
        portal.ok(portal.post(story.official("036"), path + "/objection", objection));
        assertThat(portal.html(portal.page(story.clerk(), "/beteiligung/" + round)))
                .contains("1 Einwand gegen zugeordnete Gründe");
        var again = with("version", 1, "reasons", List.of("EXTRA_COST"));
        assertThat(portal.put(story.clerk(), path + "/reasons", again))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("answer");
        again.put("answer", "Berichtigt.");
        portal.ok(portal.put(story.clerk(), path + "/reasons", again));
        var recoded = wire.await(story.district(), ReasonsCoded.class, 2).getLast().body();
        assertThat(recoded.get("reasons").toString()).isEqualTo("[\"EXTRA_COST\"]");
        assertThat(portal.html(portal.page(story.clerk(), "/beteiligung/" + round)))
                .doesNotContain("Einwand gegen");
    }

    @Test
    void whatATownTickedItselfIsNotOverwritten() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var statement = record(story, round, "036", List.of("STAFF"));

        assertThat(
                        portal.put(
                                story.clerk(),
                                "/rounds/" + round + "/statements/" + statement + "/reasons",
                                with("reasons", List.of("OTHER"))))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:reasons-given");
    }

    @Test
    void aTownThatClaimsLessBenefitRaisesExactlyOneCheckThatIsDecidedWithAReason() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        record(story, round, "060", List.of("EXTRA_COST", "NO_OR_LESS_BENEFIT"));
        record(story, round, "060", List.of("NO_OR_LESS_BENEFIT"));
        record(story, round, "068", List.of("EXTRA_COST"));

        var task = wire.await(story.district(), FollowUpOpened.class, 1).getFirst().body();
        assertThat(task.get("kind").asString()).isEqualTo("BURDEN_CHECK");
        assertThat(task.get("title").asString()).contains("§ 56 Abs. 4", "Siegburg");
        assertThat(task.get("role").asString()).isEqualTo("treasurer");
        var page = "/beteiligung/" + round + "/pruefung/" + story.ags("060");
        assertThat(task.get("page").asString()).isEqualTo(page);
        var checks = "/rounds/" + round + "/burden-checks";
        var treasurer = Tokens.treasurer(story.district());
        assertThat(portal.ok(portal.get(treasurer, checks))).hasSize(1);
        assertThat(portal.html(portal.page(treasurer, page)))
                .contains("Siegburg", "Geringerer Nutzen");
        var refused = portal.submit(treasurer, page, with("version", 0, "outcome", "LESS_BENEFIT"));
        assertThat(refused).hasStatus(422);
        assertThat(portal.html(refused)).contains("#f-reason");

        var decision = with("version", 0, "outcome", "EQUAL_BENEFIT", "reason", "Offen für alle.");
        var path = checks + "/" + story.ags("060") + "/decision";
        portal.ok(portal.post(treasurer, path, decision));

        assertThat(portal.post(treasurer, path, decision)).hasStatus(409);
        var ended = wire.await(story.district(), FollowUpClosed.class, 1).getFirst().body();
        assertThat(ended.get("followUpId")).isEqualTo(task.get("followUpId"));
        assertThat(portal.html(portal.page(story.clerk(), page)))
                .contains("Offen für alle.", "Gleicher Nutzen")
                .doesNotContain("name=\"outcome\"");
        assertThat(wire.of(story.district(), FollowUpOpened.class)).hasSize(1);
        assertThat(portal.get(Tokens.clerk("05999"), checks))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
    }

    @Test
    void aClaimTheClerkReadsFromTheTextRaisesTheCheckAsWell() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var statement = record(story, round, "036", List.of());

        portal.ok(
                portal.put(
                        story.clerk(),
                        "/rounds/" + round + "/statements/" + statement + "/reasons",
                        with("reasons", List.of("NO_OR_LESS_BENEFIT"))));

        assertThat(wire.await(story.district(), FollowUpOpened.class, 1)).hasSize(1);
    }

    @Test
    void codingAndObjectingWorkOnThePage() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var page =
                "/beteiligung/"
                        + round
                        + "/stellungnahmen/"
                        + record(story, round, "036", List.of());

        assertThat(portal.html(portal.page(story.clerk(), page))).contains("Gründe zuordnen");
        assertThat(portal.html(portal.page(story.mayor("036"), page)))
                .doesNotContain("Gründe zuordnen", "Einwand erheben");
        var none = portal.submit(story.clerk(), page + "/gruende", with("version", ""));
        assertThat(none).hasStatus(422);
        assertThat(
                        portal.submit(
                                story.clerk(),
                                page + "/gruende",
                                with("version", "", "reasons", List.of("STAFF"))))
                .hasStatus(302);
        var own = portal.html(portal.page(story.mayor("036"), page));
        assertThat(own).contains("Einwand erheben");
        assertThat(
                        portal.submit(
                                story.mayor("036"),
                                page + "/einwand",
                                with("version", "0", "objection", "Falsch gelesen.")))
                .hasStatus(302);
        assertThat(portal.html(portal.page(story.clerk(), page)))
                .contains("Falsch gelesen.", "Entscheidung über den Einwand");
    }

    private String record(Story story, String round, String town, List<String> reasons) {
        return portal.ok(
                        portal.post(
                                story.clerk(),
                                "/rounds/" + round + "/statements",
                                with(
                                        "ags", story.ags(town),
                                        "position", "REJECT",
                                        "reasons", reasons,
                                        "text", "Wir lehnen ab.",
                                        "channel", "LETTER",
                                        "receivedAt", "2014-02-17T08:00:00Z")))
                .get("statementId")
                .asString();
    }
}
