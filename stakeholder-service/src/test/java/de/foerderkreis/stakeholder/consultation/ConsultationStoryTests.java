package de.foerderkreis.stakeholder.consultation;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.finance.LevyBasePublished;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.ConsultationReminderDue;
import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Steps 12 to 17 of the story with their exact numbers. */
@StakeholderTest
class ConsultationStoryTests {

    private static final List<String> REJECTING_FIRST =
            List.of(
                    "004", "008", "012", "016", "020", "024", "032", "040", "044", "048", "060",
                    "072");
    private static final List<String> REJECTING_LATER = List.of("028", "036", "052", "064");

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;

    @BeforeEach
    void standOnTheDayOfTheLetter() {
        clock.at("2014-02-17T09:00:00Z");
    }

    @Test
    void playsTheConsultationOfTheNineteenTowns() {
        var story = Story.inFreshDistrict(portal);
        var district = story.district();
        publishLevyBase(district);
        appointMayor(story, "068", "HERR");
        var round = story.openRound();

        var opened = wire.await(district, ConsultationOpened.class, 1).getFirst().body();
        assertThat(opened.get("addressees")).hasSize(19);
        assertThat(contactOf(opened, story.ags("068"))).isNotNull();
        assertThat(contactOf(opened, story.ags("076"))).isNull();
        var view = portal.ok(portal.get(story.clerk(), "/rounds/" + round));
        assertThat(view.get("remindersOn").toString()).isEqualTo("[\"2014-02-25\",\"2014-02-28\"]");
        assertThat(view.get("hints").get(0).get("code").asString())
                .isEqualTo("due-after-quiet-day");

        clock.at("2014-02-24T09:00:00Z");
        REJECTING_FIRST.forEach(town -> story.answer(round, town, "REJECT"));
        story.answer(round, "056", "APPROVE");

        clock.at("2014-02-25T07:00:00Z");
        var reminder = wire.await(district, ConsultationReminderDue.class, 1).getFirst().body();
        assertThat(reminder.get("number").asInt()).isEqualTo(1);
        assertThat(reminder.get("manual").asBoolean()).isFalse();
        assertThat(texts(reminder.get("municipalities")))
                .containsExactly(
                        story.ags("028"),
                        story.ags("036"),
                        story.ags("052"),
                        story.ags("064"),
                        story.ags("068"),
                        story.ags("076"));

        clock.at("2014-03-04T12:00:00Z");
        REJECTING_LATER.forEach(town -> story.answer(round, town, "REJECT"));
        var last = story.answer(round, "068", "APPROVE");
        assertThat(last.get("late").asBoolean()).isFalse();
        assertThat(last.get("receiptNumber").asString()).startsWith(district + "-2014-");

        clock.at("2014-03-04T23:00:00Z");
        var closed = wire.await(district, ConsultationClosed.class, 1).getFirst().body();
        assertThat(closed.get("asked").asInt()).isEqualTo(19);
        assertThat(closed.get("onTime").asInt()).isEqualTo(18);
        assertThat(closed.get("tallies").get(0).toString())
                .isEqualTo(
                        "{\"position\":\"APPROVE\",\"heads\":2,\"inhabitants\":127100,\"levyBase\":\"156548850.00\"}");
        assertThat(closed.get("tallies").get(1).toString())
                .isEqualTo(
                        "{\"position\":\"REJECT\",\"heads\":16,\"inhabitants\":438200,\"levyBase\":\"472451150.00\"}");
        assertThat(closed.get("tallies").get(2).toString())
                .isEqualTo(
                        "{\"position\":\"NO_REPLY\",\"heads\":1,\"inhabitants\":18900,\"levyBase\":\"21300000.00\"}");

        clock.at("2014-03-06T09:00:00Z");
        assertThat(story.answer(round, "076", "NEUTRAL").get("late").asBoolean()).isTrue();
        wire.await(district, StatementLate.class, 1);

        var tally = portal.ok(portal.get(story.clerk(), "/rounds/" + round + "/tally"));
        assertThat(tally.get("onTime").asInt()).isEqualTo(18);
        assertThat(tally.get("late").asInt()).isEqualTo(1);
        assertThat(tally.get("lines").get(1).get("inhabitantsPercent").asString())
                .isEqualTo("75.01");
        assertThat(tally.get("lines").get(1).get("levyBasePercent").asString()).isEqualTo("72.65");
        assertThat(tally.get("lines").get(2).get("position").asString()).isEqualTo("NO_REPLY");
        assertThat(tally.get("lines").get(2).get("heads").asInt()).isEqualTo(1);
        assertThat(tally.get("levyBase").get("total").asString()).isEqualTo("650300000.00");

        var submitted = wire.await(district, StatementSubmitted.class, 18);
        assertThat(submitted).hasSize(18);
        assertThat(submitted.getLast().body().get("received").asInt()).isEqualTo(18);
        assertThat(wire.of(district, ConsultationReminderDue.class)).hasSize(2);
        assertThat(wire.of(district, ConsultationClosed.class)).hasSize(1);
    }

    @Test
    void remindsNobodyOnceAllHaveAnswered() {
        var story = Story.inFreshDistrict(portal);
        var round = story.prepareRound().get("id").asString();
        portal.ok(
                portal.post(
                        story.clerk(),
                        "/rounds/" + round + "/opening",
                        with("version", 0, "addressees", List.of(story.ags("068")))));
        story.answer(round, "068", "APPROVE");

        clock.at("2014-03-04T23:00:00Z");

        wire.await(story.district(), ConsultationClosed.class, 1);
        assertThat(wire.of(story.district(), ConsultationReminderDue.class)).isEmpty();
    }

    @Test
    void anExtensionMovesRemindersAndClosing() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var body = with("version", 1, "dueOn", "2014-03-18", "reason", "Ratssitzungen");

        var extended =
                portal.ok(portal.post(story.clerk(), "/rounds/" + round + "/extension", body));
        assertThat(extended.get("remindersOn").toString())
                .isEqualTo("[\"2014-03-11\",\"2014-03-14\"]");
        assertThat(portal.post(story.clerk(), "/rounds/" + round + "/extension", body))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.changedFields")
                .asArray()
                .containsExactly("dueOn");

        clock.at("2014-03-04T23:00:00Z");
        assertThat(portal.post(story.clerk(), "/rounds/" + round + "/closing", with("version", 2)))
                .hasStatus(409);
        clock.at("2014-03-18T23:00:00Z");
        wire.await(story.district(), ConsultationClosed.class, 1);
        assertThat(wire.of(story.district(), ConsultationReminderDue.class)).hasSize(2);
    }

    @Test
    void theClerkRemindsChosenTownsAndLeavesThoseInPeaceThatAnswered() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        story.answer(round, "060", "REJECT");

        var reminded =
                portal.ok(
                        portal.post(
                                story.clerk(),
                                "/rounds/" + round + "/reminders",
                                with("ags", List.of(story.ags("060"), story.ags("076")))));

        assertThat(texts(reminded.get("ags"))).containsExactly(story.ags("076"));
        var event =
                wire.await(story.district(), ConsultationReminderDue.class, 1).getFirst().body();
        assertThat(event.get("manual").asBoolean()).isTrue();
        assertThat(
                        portal.post(
                                story.clerk(),
                                "/rounds/" + round + "/reminders",
                                with("ags", List.of(story.ags("060")))))
                .hasStatus(409);
    }

    @Test
    void aTownConfirmsReceiptOnceAndAsksForMoreTime() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();

        portal.ok(
                portal.post(
                        story.official("036"),
                        "/rounds/" + round + "/receipt-confirmation",
                        with()));
        clock.at("2014-02-18T09:00:00Z");
        var again =
                portal.ok(
                        portal.post(
                                story.official("036"),
                                "/rounds/" + round + "/receipt-confirmation",
                                with()));
        assertThat(again.get("own").get("receiptConfirmedAt").asString())
                .isEqualTo("2014-02-17T09:00:00Z");
        var asked =
                portal.ok(
                        portal.post(
                                story.mayor("036"),
                                "/rounds/" + round + "/extension-request",
                                with("until", "2014-03-20", "reason", "Ratssitzung am 19.03.")));
        assertThat(asked.get("own").get("state").asString()).isEqualTo("EXTENSION_REQUESTED");
        assertThat(asked.get("addressees")).isEmpty();
        assertThat(asked.get("received").isNull()).isTrue();
    }

    @Test
    void aLevyBaseDeliveredTwiceIsStoredOnce() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var event = levyBase(story.district());
        var id = UUID.randomUUID();

        wire.send(story.district(), LevyBasePublished.TOPIC, event.baseId().toString(), id, event);
        wire.send(story.district(), LevyBasePublished.TOPIC, event.baseId().toString(), id, event);
        wire.send(
                story.district(),
                LevyBasePublished.TOPIC,
                event.baseId().toString(),
                UUID.randomUUID(),
                event);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(
                                        portal.ok(
                                                        portal.get(
                                                                story.clerk(),
                                                                "/rounds/" + round + "/tally"))
                                                .get("levyBase")
                                                .get("total")
                                                .asString())
                                .isEqualTo("650300000.00"));
    }

    private void publishLevyBase(String district) {
        var event = levyBase(district);
        wire.send(
                district,
                LevyBasePublished.TOPIC,
                event.baseId().toString(),
                UUID.randomUUID(),
                event);
    }

    private static LevyBasePublished levyBase(String district) {
        var entries =
                new String(Portal.municipalities(district), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(","))
                        .map(row ->
                                new LevyBasePublished.Entry(
                                        row[0],
                                        (Long.parseLong(row[4]) + Long.parseLong(row[5])) + ".00"))
                        .toList();
        return new LevyBasePublished(UUID.randomUUID(), 2014, "FINAL", "650300000.00", entries, 1);
    }

    private void appointMayor(Story story, String town, String salutation) {
        portal.ok(
                portal.post(
                        Tokens.admin(story.district()),
                        "/office-holders",
                        with(
                                "organisation", story.ags(town),
                                "function", "MAYOR",
                                "salutation", salutation,
                                "name", "Alex Muster",
                                "email", "mayor@town.example",
                                "validFrom", "2009-10-21")));
    }

    private static JsonNode contactOf(JsonNode opened, String ags) {
        for (var addressee : opened.get("addressees")) {
            if (addressee.get("ags").asString().equals(ags)) {
                var contact = addressee.get("contactId");
                return contact == null || contact.isNull() ? null : contact;
            }
        }
        throw new AssertionError(ags + " was not asked");
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(it -> texts.add(it.asString()));
        return texts;
    }
}
