package de.foerderkreis.stakeholder.synopsis;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Step 18: the synopsis is answered, released by somebody else, and only then given to the towns.
 */
@StakeholderTest
class SynopsisTests {

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;
    @Autowired SynopsisTable table;

    @BeforeEach
    void standOnTheDayOfTheLetter() {
        clock.at("2014-02-17T09:00:00Z");
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isReleasedWholeByAnotherAndShownToTheTownsOnlyAfterwards() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var head = Tokens.head(story.district());
        var desk = "/rounds/" + round + "/statement";
        portal.ok(
                portal.file(
                        story.mayor("068"),
                        desk + "/files",
                        "Beschluss.txt",
                        "Beschluss".getBytes(StandardCharsets.UTF_8),
                        false));
        story.answer(round, "068", "APPROVE");
        var synopsis = "/rounds/" + round + "/synopsis";
        assertThat(release(head, synopsis)).hasStatus(409);
        close(story);
        clock.at("2014-03-06T09:00:00Z");
        story.answer(round, "076", "NEUTRAL");
        answer(story, synopsis, "068", null, "Danke.");
        assertThat(release(head, synopsis))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:answers-missing");
        var stale = portal.ok(portal.get(head, synopsis)).get("contentSha256").asString();
        answer(story, synopsis, "076", null, "Zur Kenntnis genommen.");

        assertThat(portal.post(head, synopsis + "/release", with("contentSha256", stale)))
                .hasStatus(409);
        assertThat(portal.post(story.clerk(), synopsis + "/publication", with())).hasStatus(409);
        var released = portal.ok(release(head, synopsis));
        assertThat(released.get("version").asInt()).isEqualTo(1);
        assertThat(release(head, synopsis)).hasStatus(409);

        var event = wire.await(story.district(), SynopsisReleased.class, 1).getFirst().body();
        assertThat(event.get("entries")).hasSize(19);
        for (var entry : event.get("entries")) {
            var ags = entry.get("ags").asString();
            var timing =
                    ags.equals(story.ags("068"))
                            ? "ON_TIME"
                            : ags.equals(story.ags("076")) ? "LATE" : "NO_REPLY";
            assertThat(entry.get("timing").asString()).as(ags).isEqualTo(timing);
        }
        var troisdorf = event.get("entries").get(16);
        assertThat(troisdorf.get("text").asString()).isEqualTo("Stellungnahme");
        assertThat(troisdorf.get("answer").asString()).isEqualTo("Danke.");
        var sha256 = troisdorf.get("documents").get(0).get("sha256").asString();
        assertThat(portal.get(story.clerk(), "/documents/" + sha256)).hasStatus(200);

        assertThat(portal.get(story.mayor("060"), synopsis)).hasStatus(404);
        for (var page : List.of("/synopse", "/synopse.csv", "/auswertung")) {
            assertThat(portal.page(story.mayor("060"), "/beteiligung/" + round + page))
                    .hasStatus(404);
        }
        portal.ok(portal.post(story.clerk(), synopsis + "/publication", with()));
        assertThat(portal.post(story.clerk(), synopsis + "/publication", with())).hasStatus(409);
        assertThat(portal.ok(portal.get(story.mayor("060"), synopsis)).get("entries")).hasSize(19);
        assertThat(
                        portal.html(
                                portal.page(
                                        story.mayor("060"), "/beteiligung/" + round + "/synopse")))
                .contains("Danke.", "zustimmend")
                .doesNotContain("Antwort ändern");
        assertThat(portal.page(story.mayor("060"), "/beteiligung/" + round + "/auswertung"))
                .hasStatus(200);
        assertThat(portal.get(Tokens.mayor("05999060"), synopsis)).hasStatus(404);

        answer(story, synopsis, "068", 0, "Vielen Dank.");
        assertThat(portal.ok(portal.get(story.mayor("060"), synopsis)).toString())
                .doesNotContain("Vielen Dank.");
        assertThat(portal.ok(release(head, synopsis)).get("version").asInt()).isEqualTo(2);
        assertThat(portal.ok(portal.get(story.mayor("060"), synopsis)).toString())
                .doesNotContain("Vielen Dank.");
        assertThat(
                        portal.ok(portal.get(story.clerk(), "/rounds/" + round))
                                .get("status")
                                .asString())
                .isEqualTo("PUBLISHED");
    }

    @Test
    void whoAloneWroteTheAnswersDoesNotReleaseThem() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var synopsis = "/rounds/" + round + "/synopsis";
        story.answer(round, "068", "APPROVE");
        close(story);
        var both = Tokens.of(story.district(), "clerk", "head");
        answer(both, story, synopsis, "068", null, "Danke.");

        assertThat(release(both, synopsis))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:own-synopsis");
        assertThat(release(Tokens.head(story.district()), synopsis)).hasStatus(200);
    }

    @Test
    void twoClerksOnOneAnswerLearnOfEachOther() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var synopsis = "/rounds/" + round + "/synopsis";
        answer(story, synopsis, "068", null, "eins");
        answer(story, synopsis, "068", 0, "zwei");

        assertThat(portal.put(story.clerk(), synopsis + "/answers", body(story, "068", 0, "drei")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.changedFields")
                .asArray()
                .containsExactly("answer");
        var page = "/beteiligung/" + round + "/synopse/" + story.ags("068");
        var late =
                portal.submit(
                        story.clerk(),
                        page,
                        with("version", "0", "answer", "drei", "proposedDecision", ""));
        assertThat(late).hasStatus(422);
        assertThat(portal.html(late)).contains("drei");
        assertThat(
                        portal.submit(
                                story.clerk(),
                                page,
                                with("version", "1", "answer", "vier", "proposedDecision", "K")))
                .hasStatus(302);
        assertThat(portal.page(story.clerk(), page.replace(story.ags("068"), "05999068")))
                .hasStatus(404);
    }

    @Test
    void theTableIsSafeForSpreadsheetsAndAnnexSixHoldsEveryReply() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var draft =
                portal.ok(
                        portal.put(
                                story.mayor("068"),
                                "/rounds/" + round + "/statement",
                                with("position", "REJECT", "text", "=HYPERLINK(\"http://x\")")));
        portal.ok(
                portal.post(
                        story.mayor("068"),
                        "/rounds/" + round + "/statement/submission",
                        with("version", draft.get("version").asLong())));
        story.answer(round, "068", "APPROVE");

        var pages = "/beteiligung/" + round;
        var annex = portal.html(portal.page(Tokens.landrat(story.district()), pages + "/anhang-6"));
        assertThat(annex).contains("HYPERLINK", "Stellungnahme", "durch eine spätere ersetzt");
        story.answer(round, "060", "REJECT");
        var formula =
                portal.ok(
                        portal.put(
                                story.mayor("036"),
                                "/rounds/" + round + "/statement",
                                with("position", "REJECT", "text", "=1+1")));
        portal.ok(
                portal.post(
                        story.mayor("036"),
                        "/rounds/" + round + "/statement/submission",
                        with("version", formula.get("version").asLong())));
        var csv = portal.html(portal.page(story.clerk(), pages + "/synopse.csv"));
        assertThat(csv).contains("\"'=1+1\"", "\"Siegburg\"").doesNotContain("\"=1+1\"");
        assertThat(csv.lines()).hasSize(20);
    }

    @Test
    void whatWasSaidTogetherStandsInTheSynopsisWithItsMinutes() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var said =
                with(
                        "ags",
                        story.ags("036"),
                        "position",
                        "REJECT",
                        "text",
                        "",
                        "channel",
                        "ORAL",
                        "receivedAt",
                        "2014-02-17T08:00:00Z",
                        "minutes",
                        "HVB, TOP 3",
                        "jointWith",
                        List.of(story.ags("068")));
        portal.ok(portal.post(story.clerk(), "/rounds/" + round + "/statements", said));
        close(story);
        for (var town : List.of("036", "068")) {
            answer(story, "/rounds/" + round + "/synopsis", town, null, "Danke.");
        }
        portal.ok(release(Tokens.head(story.district()), "/rounds/" + round + "/synopsis"));

        var entries =
                wire.await(story.district(), SynopsisReleased.class, 1)
                        .getFirst()
                        .body()
                        .get("entries");
        for (var entry : entries) {
            var ags = entry.get("ags").asString();
            var spoke = List.of(story.ags("036"), story.ags("068")).contains(ags);
            assertThat(entry.path("minutes").asString("")).isEqualTo(spoke ? "HVB, TOP 3" : "");
            assertThat(entry.path("jointWith").size()).isEqualTo(spoke ? 1 : 0);
        }
        var shown =
                portal.ok(portal.get(story.clerk(), "/rounds/" + round + "/synopsis"))
                        .get("entries");
        assertThat(shown)
                .as("an entry without them keeps the hash it always had")
                .filteredOn(it -> it.has("minutes") || it.has("jointWith"))
                .hasSize(2);
    }

    @Test
    void aSupplementThatWasSpokenBringsItsMinutesAlong() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        story.answer(round, "036", "REJECT");
        portal.ok(
                portal.post(
                        story.official("036"),
                        "/rounds/" + round + "/supplement-announcement",
                        with("until", "2014-03-20", "reason", "Rat am 19.03.")));
        close(story);
        clock.at("2014-03-19T15:00:00Z");
        portal.ok(
                portal.post(
                        story.clerk(),
                        "/rounds/" + round + "/statements",
                        with(
                                "ags",
                                story.ags("036"),
                                "position",
                                "REJECT",
                                "text",
                                "Dabei bleibt es.",
                                "channel",
                                "ORAL",
                                "receivedAt",
                                "2014-03-19T14:00:00Z",
                                "minutes",
                                "Rat 19.03.2014, TOP 5")));

        assertThat(
                        portal.ok(portal.get(story.clerk(), "/rounds/" + round + "/synopsis"))
                                .get("entries"))
                .filteredOn(it -> it.get("ags").asString().equals(story.ags("036")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.get("text").asString())
                            .contains("[Nachtrag 19.03.2014] Dabei bleibt es.");
                    assertThat(it.get("minutes").asString()).isEqualTo("Rat 19.03.2014, TOP 5");
                });
    }

    @Test
    void everyLineOfADemonstrationSaysThatItsPositionIsInvented() {
        var entry =
                new SynopsisEntry(
                        "05382060",
                        "Siegburg",
                        "REJECT",
                        "ON_TIME",
                        UUID.randomUUID(),
                        Instant.parse("2014-02-25T08:00:00Z"),
                        "PORTAL",
                        List.of("EXTRA_COST"),
                        false,
                        "Zu teuer.",
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null);
        LocaleContextHolder.setLocale(Locale.GERMAN);
        var lines = table.csv(view(entry, true)).lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).endsWith(";\"Hinweis\"");
        assertThat(lines.get(1)).endsWith(";\"Demo: erfundene Position\"");
        assertThat(table.csv(view(entry, false))).doesNotContain("Demo", "Hinweis");
    }

    private static SynopsisView view(SynopsisEntry entry, boolean demo) {
        return new SynopsisView(
                UUID.randomUUID(), List.of(entry), "", null, null, false, null, demo);
    }

    @Test
    void theResultShowsThreeWeightsWithTheirTable() {
        var story = Story.inFreshDistrict(portal);
        var prepared = story.prepareRound().get("id").asString();
        var round = story.openRound();
        story.answer(round, "068", "APPROVE");
        close(story);
        clock.at("2014-03-06T09:00:00Z");
        story.answer(round, "076", "NEUTRAL");

        var html = portal.html(portal.page(story.clerk(), "/beteiligung/" + round + "/auswertung"));
        assertThat(html)
                .contains("1 von 19 fristgerecht", "+ 1 verspätet", "<svg", "Windeck (neutral)");
        assertThat(portal.html(portal.page(story.clerk(), "/beteiligung/" + round)))
                .contains("1 fristgerecht + 1 verspätet");
        assertThat(
                        portal.html(
                                portal.page(
                                        story.clerk(), "/beteiligung/" + prepared + "/auswertung")))
                .contains("Noch keine Auswertung");
        assertThat(portal.page(story.clerk(), "/beteiligung/" + prepared + "/synopse"))
                .hasStatus(200);
    }

    private void close(Story story) {
        clock.at("2014-03-04T23:00:00Z");
        wire.await(story.district(), ConsultationClosed.class, 1);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult release(
            String head, String synopsis) {
        var seen = portal.ok(portal.get(head, synopsis)).get("contentSha256").asString();
        return portal.post(head, synopsis + "/release", with("contentSha256", seen));
    }

    private void answer(Story story, String synopsis, String town, Integer version, String text) {
        answer(story.clerk(), story, synopsis, town, version, text);
    }

    private void answer(
            String clerk, Story story, String synopsis, String town, Integer version, String text) {
        portal.ok(portal.put(clerk, synopsis + "/answers", body(story, town, version, text)));
    }

    private static Map<String, Object> body(
            Story story, String town, Integer version, String text) {
        var answer =
                with("ags", story.ags(town), "answer", text, "proposedDecision", "Kenntnisnahme");
        answer.put("version", version);
        return with("answers", List.of(answer));
    }
}
