package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platformtest.Tokens;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Steps 1 to 6, 19 and 20 of the demonstration: what the bodies did. */
@RunningService
class CouncilHistoryTests {

    @Autowired Api api;
    @Autowired Events events;

    UUID caseId;
    String council;

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2012, 10, 2));
        caseId = api.openCase();
        council = "/cases/" + caseId + "/council";
    }

    @Test
    void theHistoryOfTheConceptionIsToldAsItHappened() {
        motion("2012-10-02", null);
        TestClock.set(LocalDate.of(2012, 10, 22));
        decide(meeting("KREISAUSSCHUSS", "2012-10-22"), item("5", null, List.of()), "NOTED");
        TestClock.set(LocalDate.of(2012, 11, 19));
        var report = paper("Bericht 1", "2012-11-05");
        decide(meeting("KREISAUSSCHUSS", "2012-11-19"), item("4", null, List.of(report)), "NOTED");
        TestClock.set(LocalDate.of(2013, 3, 11));
        var second = paper("Bericht 2", "2013-02-25");
        decide(
                meeting("KREISAUSSCHUSS", "2013-03-11"),
                item("7", null, List.of(second)),
                "DEFERRED");

        assertThat(events.of(caseId, "CaseTaskOpened"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("kind").asString()).isEqualTo("FURTHER_TALKS");
                    assertThat(it.path("role").asString()).isEqualTo("clerk");
                    assertThat(it.path("page").asString())
                            .isEqualTo("/vorhaben/" + caseId + "/aufgaben");
                });
        var task = api.get(CLERK, "/cases/" + caseId + "/tasks").json().get(0);
        var closed =
                api.post(
                        CLERK,
                        "/cases/" + caseId + "/tasks/" + task.path("id").asString() + "/completion",
                        Map.of("version", 0, "reason", "Gespräche geführt"));
        assertThat(closed.text("status")).isEqualTo("DONE");
        assertThat(events.of(caseId, "CaseTaskClosed")).hasSize(1);

        TestClock.set(LocalDate.of(2013, 12, 9));
        var mandate = motion("2013-12-05", "eine Konzeption für ein KI erarbeiten");
        assertThat(chronicle().path("motions").get(1).path("mandate").path("state").asString())
                .isEqualTo("PROPOSED");
        decide(
                meeting("KREISAUSSCHUSS", "2013-12-09"),
                item("6", mandate, List.of()),
                "ADOPTED_UNANIMOUS");
        var told = chronicle();
        assertThat(told.path("motions")).hasSize(2);
        assertThat(told.path("motions").get(0).path("proposers")).hasSize(2);
        assertThat(told.path("motions").get(1).path("mandate").path("state").asString())
                .isEqualTo("EFFECTIVE");
        assertThat(told.path("motions").get(1).path("mandate").path("decidedOn").asString())
                .isEqualTo("2013-12-09");
        assertThat(told.path("meetings")).hasSize(4);
        assertThat(told.path("resolutions")).hasSize(1);
        assertThat(events.of(caseId, "CaseTaskOpened"))
                .extracting(it -> it.path("kind").asString())
                .containsExactly("FURTHER_TALKS", "CONCEPTION_MANDATE");
        assertThat(events.of(caseId, "ResolutionAdopted"))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.path("body").asString()).isEqualTo("KREISAUSSCHUSS"));
        assertThat(milestones()).allMatch(it -> it.path("status").asString().equals("WAITING"));

        var page = Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/gremien", "de"));
        assertThat(page)
                .contains("CDU-Kreistagsfraktion, Kreistagsfraktion Bündnis 90/Die Grünen")
                .contains("zur Kenntnis genommen")
                .contains("vertagt")
                .contains("einstimmig beschlossen")
                .contains("Bericht 1")
                .contains("wirksam");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/gremien", "en")))
                .contains("adopted unanimously")
                .contains("effective");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "de")))
                .contains("Auftrag ausführen: eine Konzeption")
                .contains("/zeitplan")
                .contains("/festlegungen")
                .contains("Kreisausschuss: einstimmig beschlossen");
    }

    @Test
    void aPaperAnnouncedAndSentLaterShowsAsSupplementary() {
        TestClock.set(LocalDate.of(2014, 2, 28));
        var paper =
                created(
                        "/papers",
                        Map.of(
                                "number", "Anhang 6",
                                "type", "ANNEX",
                                "title", "Rückäußerungen der Kommunen",
                                "datedOn", "2014-02-28",
                                "supplementary", true,
                                "announcedOn", "2014-02-28",
                                "consultations",
                                        List.of(
                                                Map.of(
                                                        "body", "KREISAUSSCHUSS",
                                                        "competence", "RECOMMENDATION",
                                                        "plannedOn", "2014-03-10"),
                                                Map.of(
                                                        "body",
                                                        "KREISTAG",
                                                        "competence",
                                                        "DECISION"))));
        var meeting =
                created(
                        "/meetings",
                        Map.of(
                                "body", "KREISAUSSCHUSS",
                                "heldOn", "2014-03-10",
                                "invitedOn", "2014-02-28"));
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/gremien", "de")))
                .contains("angekündigt, folgt")
                .contains("Eingeladen am 28.02.2014");
        var early =
                outcome(
                        meeting,
                        created("/meetings/" + meeting + "/items", item("3", null, List.of(paper))),
                        "NOTED",
                        Map.of());
        assertThat(early.problem()).isEqualTo("meeting-ahead");

        TestClock.set(LocalDate.of(2014, 3, 7));
        var sending = council + "/papers/" + paper + "/sending";
        assertThat(api.post(CLERK, sending, Map.of("version", 0, "sentOn", "2014-02-27")).problem())
                .isEqualTo("sent-before-announced");
        assertThat(api.post(CLERK, sending, Map.of("version", 0, "sentOn", "2014-03-08")).problem())
                .isEqualTo("future-date");
        assertThat(api.post(CLERK, sending, Map.of("version", 0, "sentOn", "2014-03-07")).status())
                .isEqualTo(200);
        assertThat(api.post(CLERK, sending, Map.of("version", 0, "sentOn", "2014-03-07")).problem())
                .isEqualTo("stale-version");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/gremien", "de")))
                .contains("nachgereicht am 07.03.2014")
                .contains("Beratungsfolge");
    }

    @Test
    void theKreistagResolvesToApplyAndTheTimetableStarts() {
        TestClock.set(LocalDate.of(2014, 3, 20));
        var about = new LinkedHashMap<String, Object>();
        about.put("documentSha256", api.document(caseId, "Niederschrift Kreistag"));
        about.put("resolves", "APPLICATION");
        about.put("votes", Map.of("yes", 50, "no", 20, "abstain", 2));
        var meeting = meeting("KREISTAG", "2014-03-20");
        var item = created("/meetings/" + meeting + "/items", item("9", null, List.of()));
        var decided = outcome(meeting, item, "ADOPTED_MAJORITY", about);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().path("resolutionId").isNull()).isFalse();
        assertThat(milestones())
                .extracting(it -> it.path("code").asString() + " " + it.path("status").asString())
                .containsExactly(
                        "M1 PLANNED",
                        "M2 PLANNED",
                        "M3 PLANNED",
                        "M4 PLANNED",
                        "M5 PLANNED",
                        "M6 PLANNED");
        assertThat(
                        api.get(CLERK, "/cases/" + caseId + "/resolutions")
                                .json()
                                .get(0)
                                .path("resolves")
                                .asString())
                .isEqualTo("APPLICATION");
        // What was adopted is not rewritten.
        var again = new LinkedHashMap<String, Object>(about);
        again.put("version", 1);
        assertThat(outcome(meeting, item, "REJECTED", again).problem()).isEqualTo("outcome-stands");
    }

    @Test
    void aKreistagResolutionOnSomethingElseStartsNothing() {
        TestClock.set(LocalDate.of(2014, 3, 20));
        var meeting = meeting("KREISTAG", "2014-03-20");
        var item = created("/meetings/" + meeting + "/items", item("9", null, List.of()));
        var about = Map.of("documentSha256", api.document(caseId, "Niederschrift Kreistag"));
        assertThat(outcome(meeting, item, "ADOPTED_MAJORITY", about).status()).isEqualTo(200);
        assertThat(milestones()).allMatch(it -> it.path("status").asString().equals("WAITING"));
        api.settle(caseId);
        TestClock.set(LocalDate.of(2014, 4, 15));
        var application = api.readyApplication(caseId, 1);
        assertThat(
                        api.step(
                                        Tokens.steppedUp("05382", "head"),
                                        application,
                                        "submission",
                                        Map.of())
                                .body())
                .contains("Kreistag");
    }

    @Test
    void aResolutionRecordedBeforeItsMeetingIsLinkedNotDoubled() {
        TestClock.set(LocalDate.of(2014, 3, 20));
        api.councilResolves(caseId, "2014-03-20");
        var resolution = chronicle().path("resolutions").get(0).path("id").asString();
        var meeting = meeting("KREISTAG", "2014-03-20");
        var item = created("/meetings/" + meeting + "/items", item("9", null, List.of()));
        assertThat(
                        outcome(
                                        meeting,
                                        item,
                                        "ADOPTED_UNANIMOUS",
                                        Map.of("resolutionId", resolution))
                                .problem())
                .isEqualTo("resolution-differs");
        assertThat(
                        outcome(
                                        meeting,
                                        item,
                                        "ADOPTED_MAJORITY",
                                        Map.of("resolutionId", resolution))
                                .status())
                .isEqualTo(200);
        assertThat(chronicle().path("resolutions")).hasSize(1);
        assertThat(events.of(caseId, "ResolutionAdopted")).hasSize(1);
    }

    @Test
    void aWrongOutcomeIsCorrectedAndItsTaskDropped() {
        TestClock.set(LocalDate.of(2013, 3, 11));
        var meeting = meeting("KREISAUSSCHUSS", "2013-03-11");
        var item = created("/meetings/" + meeting + "/items", item("7", null, List.of()));
        outcome(meeting, item, "DEFERRED", Map.of());
        assertThat(outcome(meeting, item, "NOTED", Map.of()).problem()).isEqualTo("stale-version");
        assertThat(outcome(meeting, item, "NOTED", Map.of("version", 1)).status()).isEqualTo(200);
        var task = api.get(CLERK, "/cases/" + caseId + "/tasks").json().get(0);
        assertThat(task.path("status").asString()).isEqualTo("DROPPED");
        assertThat(events.of(caseId, "CaseTaskClosed")).hasSize(1);
    }

    @Test
    void thePastIsRecordedAfterwardsAndTheFutureIsRefused() {
        TestClock.set(LocalDate.of(2014, 1, 7));
        caseId = api.openCase();
        council = "/cases/" + caseId + "/council";
        motion("2012-10-02", null);
        var recording = chronicle().path("motions").get(0).path("recording");
        assertThat(recording.path("afterwards").asBoolean()).isTrue();
        assertThat(recording.path("by").asString()).isEqualTo("CLERK");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/gremien", "de")))
                .contains("nacherfasst am 07.01.2014 durch: Sachbearbeitung");
        assertThat(
                        api.post(
                                        CLERK,
                                        council + "/motions",
                                        Map.of(
                                                "datedOn", "2014-01-08",
                                                "proposers", List.of("x"),
                                                "subject", "x"))
                                .problem())
                .isEqualTo("future-date");
        assertThat(
                        api.post(
                                        CLERK,
                                        council + "/meetings",
                                        Map.of("body", "KREISTAG", "heldOn", "2014-01-08"))
                                .problem())
                .isEqualTo("future-meeting");
        motion("2014-01-07", null);
        assertThat(
                        chronicle()
                                .path("motions")
                                .get(1)
                                .path("recording")
                                .path("afterwards")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void contradictionsAreNamedByField() {
        var meeting = meeting("KREISAUSSCHUSS", "2012-10-02");
        var item = created("/meetings/" + meeting + "/items", item("1", null, List.of()));
        var contradiction =
                outcome(
                        meeting,
                        item,
                        "ADOPTED_UNANIMOUS",
                        Map.of("votes", Map.of("yes", 3, "no", 1, "abstain", 0)));
        assertThat(contradiction.status()).isEqualTo(422);
        assertThat(contradiction.body())
                .contains("votes-contradict")
                .contains("adopted-without-document");
        assertThat(
                        api.post(
                                        CLERK,
                                        council + "/meetings/" + meeting + "/items",
                                        item("1", UUID.randomUUID().toString(), List.of()))
                                .body())
                .contains("item-number-taken")
                .contains("unknown-motion");
        assertThat(
                        api.post(
                                        CLERK,
                                        council + "/meetings",
                                        Map.of("body", "KREISAUSSCHUSS", "heldOn", "2012-10-02"))
                                .problem())
                .isEqualTo("meeting-exists");
    }

    @Test
    void theFormsRecordAndKeepWhatWasTyped() {
        var base = "/vorhaben/" + caseId + "/gremien";
        var wrong =
                api.form(
                        CLERK,
                        base + "/antrag",
                        Map.of("datedOn", "morgen", "proposers", "", "subject", "Ein KI"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(wrong)).contains("Ein KI").contains("mindestens eine");
        var right =
                api.form(
                        CLERK,
                        base + "/antrag",
                        Map.of(
                                "datedOn", "2.10.2012",
                                "proposers", "CDU\nGrüne",
                                "subject", "Ein KI",
                                "mandate", "Konzeption erarbeiten"));
        assertThat(right.status()).as(right.body()).isEqualTo(302);
        assertThat(
                        api.form(
                                        CLERK,
                                        base + "/vorlage",
                                        Map.of(
                                                "number", "V 1",
                                                "type", "REPORT",
                                                "title", "Bericht",
                                                "datedOn", "2012-10-01",
                                                "firstBody", "KREISAUSSCHUSS",
                                                "firstCompetence", "HEARING"))
                                .status())
                .isEqualTo(302);
        var meeting =
                api.form(
                        CLERK,
                        base + "/sitzung",
                        Map.of("body", "KREISAUSSCHUSS", "heldOn", "2012-10-02"));
        assertThat(meeting.status()).isEqualTo(302);
        var motion = chronicle().path("motions").get(0).path("id").asString();
        var paper = chronicle().path("papers").get(0).path("id").asString();
        assertThat(
                        api.form(
                                        CLERK,
                                        meeting.location(),
                                        Map.of(
                                                "number", "5",
                                                "title", "Ein KI",
                                                "competence", "DECISION",
                                                "closed", "true",
                                                "motionId", motion,
                                                "paperIds", paper))
                                .status())
                .isEqualTo(302);
        var listed = chronicle().path("meetings").get(0).path("items").get(0);
        assertThat(listed.path("publicItem").asBoolean()).isFalse();
        assertThat(listed.path("paperIds").get(0).asString()).isEqualTo(paper);
        var outcome = meeting.location() + "/" + listed.path("id").asString();
        for (var language : List.of("de", "en")) {
            Pages.verified(api.page(CLERK, base + "/antrag", language));
            Pages.verified(api.page(CLERK, base + "/vorlage", language));
            Pages.verified(api.page(CLERK, base + "/sitzung", language));
            Pages.verified(api.page(CLERK, meeting.location(), language));
            Pages.verified(api.page(CLERK, outcome, language));
        }
        var undocumented =
                api.form(
                        CLERK,
                        outcome,
                        Map.of("version", "0", "outcome", "ADOPTED_UNANIMOUS", "yes", "viele"));
        assertThat(undocumented.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(undocumented)).contains("viele").contains("Auszug");
        var documented =
                api.form(
                        CLERK,
                        outcome,
                        Map.of("version", "0", "outcome", "ADOPTED_UNANIMOUS", "yes", "30"),
                        "auszug.txt",
                        "Auszug".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(documented.status()).as(documented.body()).isEqualTo(302);
        assertThat(Pages.verified(api.page(CLERK, base, "de")))
                .contains("nichtöffentlich")
                .contains("30 Ja, 0 Nein, 0 Enthaltungen")
                .contains("wirksam");
        assertThat(Pages.verified(api.page(Tokens.of("05382", "auditor"), base, "de")))
                .doesNotContain("Sitzung erfassen");
    }

    private String motion(String day, String mandate) {
        var body = new LinkedHashMap<String, Object>();
        body.put("datedOn", day);
        body.put(
                "proposers",
                List.of("CDU-Kreistagsfraktion", "Kreistagsfraktion Bündnis 90/Die Grünen"));
        body.put("subject", "Einrichtung eines Kommunalen Integrationszentrums");
        body.put("mandate", mandate);
        return created("/motions", body);
    }

    private String meeting(String body, String day) {
        return created("/meetings", Map.of("body", body, "heldOn", day));
    }

    private String paper(String number, String day) {
        return created(
                "/papers",
                Map.of(
                        "number",
                        number,
                        "type",
                        "REPORT",
                        "title",
                        "Bericht der Verwaltung",
                        "datedOn",
                        day,
                        "supplementary",
                        false,
                        "sentOn",
                        day));
    }

    private static Map<String, Object> item(String number, String motion, List<String> papers) {
        var body = new LinkedHashMap<String, Object>();
        body.put("number", number);
        body.put("title", "Kommunales Integrationszentrum");
        body.put("publicItem", true);
        body.put("competence", "RECOMMENDATION");
        body.put("motionId", motion);
        body.put("paperIds", papers);
        return body;
    }

    private void decide(String meeting, Map<String, Object> item, String outcome) {
        var id = created("/meetings/" + meeting + "/items", item);
        var more =
                outcome.startsWith("ADOPTED")
                        ? Map.of("documentSha256", api.document(caseId, "Auszug " + meeting))
                        : Map.<String, Object>of();
        var answer = outcome(meeting, id, outcome, more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Api.Answer outcome(String meeting, String item, String outcome, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("version", 0);
        body.put("outcome", outcome);
        body.putAll(more);
        return api.post(
                CLERK, council + "/meetings/" + meeting + "/items/" + item + "/outcome", body);
    }

    private String created(String path, Map<String, ?> body) {
        var answer = api.post(CLERK, council + path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private JsonNode chronicle() {
        return api.get(CLERK, council).json();
    }

    private JsonNode milestones() {
        return api.get(CLERK, "/cases/" + caseId + "/milestones").json();
    }
}
