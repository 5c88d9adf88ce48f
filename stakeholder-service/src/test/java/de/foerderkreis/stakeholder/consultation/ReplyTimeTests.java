package de.foerderkreis.stakeholder.consultation;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationReminderDue;
import de.foerderkreis.contracts.stakeholder.ReplyExtensionDecided;
import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One town has more time than the others, or announces what its council is still to say. */
@StakeholderTest
class ReplyTimeTests {

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;

    @BeforeEach
    void standOnTheDayOfTheLetter() {
        clock.at("2014-02-17T09:00:00Z");
    }

    @Test
    void moreTimeMakesAReplyAfterTheClosingOneInTimeToItsLastSecond() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        ask(story, round, "036", "2014-03-20");
        ask(story, round, "040", "2014-03-20");
        var grant = with("granted", true, "until", "2014-03-12", "reason", "Rat am 11.03.");

        var view = portal.ok(portal.post(story.clerk(), decision(story, round, "036"), grant));
        portal.ok(portal.post(story.clerk(), decision(story, round, "040"), grant));

        assertThat(row(view, story.ags("036")).get("state").asString())
                .isEqualTo("EXTENSION_GRANTED");
        assertThat(portal.post(story.clerk(), decision(story, round, "036"), grant)).hasStatus(409);
        var event = wire.await(story.district(), ReplyExtensionDecided.class, 2).getFirst().body();
        assertThat(event.get("until").asString()).isEqualTo("2014-03-12");
        clock.at("2014-03-04T23:00:00Z");
        wire.await(story.district(), ConsultationClosed.class, 1);
        clock.at("2014-03-12T22:59:59Z");
        assertThat(story.answer(round, "036", "REJECT").get("late").asBoolean()).isFalse();
        var closed = wire.await(story.district(), ConsultationClosed.class, 2).getLast().body();
        assertThat(closed.get("onTime").asInt()).isEqualTo(1);
        clock.at("2014-03-12T23:00:00Z");
        assertThat(story.answer(round, "040", "REJECT").get("late").asBoolean()).isTrue();
    }

    @Test
    void aRefusedWishChangesNothingButIsSaid() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var refuse = with("granted", false, "reason", "Die Frist reicht.");
        assertThat(portal.post(story.clerk(), decision(story, round, "036"), refuse))
                .hasStatus(409);
        ask(story, round, "036", "2014-03-20");
        assertThat(
                        portal.post(
                                story.clerk(),
                                decision(story, round, "036"),
                                with("granted", true, "until", "2014-03-04", "reason", "x")))
                .hasStatus(422);

        portal.ok(portal.post(story.clerk(), decision(story, round, "036"), refuse));

        var event = wire.await(story.district(), ReplyExtensionDecided.class, 1).getFirst().body();
        assertThat(event.get("until") == null || event.get("until").isNull()).isTrue();
        var own = portal.ok(portal.get(story.mayor("036"), "/rounds/" + round)).get("own");
        assertThat(own.get("extensionDecision").asString()).isEqualTo("REFUSED");
        assertThat(own.get("extensionDecisionReason").asString()).isEqualTo("Die Frist reicht.");
        clock.at("2014-03-04T23:00:00Z");
        assertThat(story.answer(round, "036", "REJECT").get("late").asBoolean()).isTrue();
    }

    @Test
    void whoHasMoreTimeIsNotRemindedByTheClock() {
        var story = Story.inFreshDistrict(portal);
        var round = story.prepareRound().get("id").asString();
        portal.ok(
                portal.post(
                        story.clerk(),
                        "/rounds/" + round + "/opening",
                        with(
                                "version",
                                0,
                                "addressees",
                                List.of(story.ags("036"), story.ags("068")))));
        ask(story, round, "036", "2014-03-20");
        portal.ok(
                portal.post(
                        story.clerk(),
                        decision(story, round, "036"),
                        with("granted", true, "reason", "ja")));

        clock.at("2014-02-25T07:00:00Z");

        var reminder =
                wire.await(story.district(), ConsultationReminderDue.class, 1).getFirst().body();
        assertThat(reminder.get("municipalities").toString())
                .isEqualTo("[\"" + story.ags("068") + "\"]");
    }

    @Test
    void anAnnouncedSupplementIsNotLateAndChangesNoCount() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var announcement = "/rounds/" + round + "/supplement-announcement";
        story.answer(round, "036", "REJECT");
        var council = with("until", "2014-03-20", "reason", "Rat am 19.03.");
        portal.ok(portal.post(story.official("036"), announcement, council));
        portal.ok(portal.post(story.official("040"), announcement, council));
        assertThat(
                        portal.post(
                                story.official("044"),
                                announcement,
                                with("until", "2014-03-04", "reason", "x")))
                .hasStatus(422);
        clock.at("2014-03-04T23:00:00Z");
        wire.await(story.district(), ConsultationClosed.class, 1);
        assertThat(portal.post(story.official("044"), announcement, council)).hasStatus(409);

        clock.at("2014-03-20T22:59:59Z");
        var supplement = story.answer(round, "036", "APPROVE");
        var only = story.answer(round, "040", "APPROVE");
        clock.at("2014-03-20T23:00:00Z");
        var late = story.answer(round, "040", "APPROVE");

        assertThat(supplement.get("supplement").asBoolean()).isTrue();
        assertThat(supplement.get("late").asBoolean()).isFalse();
        assertThat(only.get("late").asBoolean()).isFalse();
        assertThat(late.get("late").asBoolean()).isTrue();
        var tally = portal.ok(portal.get(story.clerk(), "/rounds/" + round + "/tally"));
        assertThat(tally.get("onTime").asInt()).isEqualTo(1);
        assertThat(tally.get("lines").get(0).get("position").asString()).isEqualTo("REJECT");
        var view = portal.ok(portal.get(story.clerk(), "/rounds/" + round));
        assertThat(row(view, story.ags("036")).get("state").asString()).isEqualTo("RECEIVED");
        assertThat(row(view, story.ags("036")).get("supplementedAt").asString())
                .isEqualTo("2014-03-20T22:59:59Z");
        assertThat(wire.await(story.district(), StatementLate.class, 1)).hasSize(1);
        assertThat(wire.of(story.district(), ConsultationClosed.class)).hasSize(1);
    }

    @Test
    void theClerkDecidesOnAPageAndTheTownReadsTheReason() {
        var story = Story.inFreshDistrict(portal);
        var id = story.openRound();
        var round = "/beteiligung/" + id;
        ask(story, id, "036", "2014-03-20");
        var page = round + "/fristbitten/" + story.ags("036");

        assertThat(portal.html(portal.page(story.clerk(), round + "?zeige=bitte")))
                .contains("bittet um mehr Zeit", page)
                .doesNotContain("Windeck");
        assertThat(portal.html(portal.page(story.clerk(), page)))
                .contains("value=\"2014-03-20\"", "Mehr Zeit geben");
        var refused = portal.submit(story.clerk(), page, with("decision", "grant", "until", ""));
        assertThat(refused).hasStatus(422);
        assertThat(portal.html(refused)).contains("#f-until", "#f-reason");
        assertThat(
                        portal.submit(
                                story.clerk(),
                                page,
                                with("decision", "grant", "until", "2014-03-12", "reason", "Rat")))
                .hasStatus(302);
        assertThat(portal.html(portal.page(story.mayor("036"), round)))
                .contains("Zeit bis 12.03.2014");
        assertThat(portal.html(portal.page(story.mayor("040"), round)))
                .doesNotContain("12.03.2014");
        assertThat(portal.html(portal.page(story.mayor("040"), round + "/nachtrag")))
                .contains("04.03.2014");
        assertThat(
                        portal.submit(
                                story.mayor("040"),
                                round + "/nachtrag",
                                with("until", "2014-03-20", "reason", "Rat am 19.03.")))
                .hasStatus(302);
        assertThat(portal.html(portal.page(story.clerk(), round + "?zeige=nachtrag")))
                .contains("Nachtrag angekündigt bis 20.03.2014: Rat am 19.03.");
    }

    private void ask(Story story, String round, String town, String until) {
        portal.ok(
                portal.post(
                        story.mayor(town),
                        "/rounds/" + round + "/extension-request",
                        with("until", until, "reason", "Ratssitzung")));
    }

    private static String decision(Story story, String round, String town) {
        return "/rounds/" + round + "/extension-requests/" + story.ags(town) + "/decision";
    }

    private static JsonNode row(JsonNode view, String ags) {
        for (var row : view.get("addressees")) {
            if (row.get("ags").asString().equals(ags)) {
                return row;
            }
        }
        throw new AssertionError(ags + " was not asked");
    }
}
