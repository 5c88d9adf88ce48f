package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platformtest.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Step 8 (rulings), the timetable of F70 to F76, and tasks. */
@RunningService
class PlanningRecordsTests {

    @Autowired Api api;
    @Autowired Events events;

    UUID caseId;
    String path;

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2014, 2, 5));
        caseId = api.openCase();
        path = "/cases/" + caseId;
    }

    @Test
    void aRefusedRulingBindsThePlanningAndIsTold() {
        var recorded = api.post(CLERK, path + "/rulings", ruling("REFUSED", "2014-02-05"));
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        assertThat(events.of(caseId, "InformalRulingRecorded"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("authority").asString()).isEqualTo("LAKI");
                    assertThat(it.path("outcome").asString()).isEqualTo("REFUSED");
                    assertThat(it.path("minimumPosts").asString()).isEqualTo("3.5");
                    assertThat(it.path("minimumTeachers").asInt()).isEqualTo(2);
                });
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/festlegungen", "de")))
                .contains("3,5 geförderte Stellen")
                .contains("2 Lehrkräfte")
                .contains("abgelehnt");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/festlegungen", "en")))
                .contains("3.5 funded posts")
                .contains("refused");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "de")))
                .contains("Wäre ein kleineres Zentrum förderfähig?");
    }

    @Test
    void wrongRulingsAreRefusedWithTheirFields() {
        assertThat(api.post(CLERK, path + "/rulings", ruling("REFUSED", "2014-02-06")).problem())
                .isEqualTo("future-date");
        var wrong = ruling("REFUSED", "2014-02-05");
        wrong.put("authority", "NONE");
        wrong.put("answer", " ");
        wrong.put("minimumPosts", "3.555");
        assertThat(api.post(CLERK, path + "/rulings", wrong).body())
                .contains("unknown-authority")
                .contains("answer-missing")
                .contains("posts-unreadable");
        var form =
                api.form(
                        CLERK,
                        "/vorhaben/" + caseId + "/festlegungen",
                        Map.of(
                                "authority", "LAKI",
                                "question", "Kleiner möglich?",
                                "outcome", "REFUSED",
                                "ruledOn", "5.2.2014",
                                "minimumPosts", "viele"));
        assertThat(form.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(form)).contains("Kleiner möglich?").contains("viele");
    }

    @Test
    void anOpenQuestionIsAnsweredOnce() {
        var open =
                api.post(
                        CLERK,
                        path + "/rulings",
                        Map.of(
                                "authority", "LAKI",
                                "question", "Kleiner möglich?",
                                "outcome", "OPEN",
                                "ruledOn", "2014-02-04"));
        assertThat(open.status()).as(open.body()).isEqualTo(201);
        var page = "/vorhaben/" + caseId + "/festlegungen/" + open.text("id");
        Pages.verified(api.page(CLERK, page, "de"));
        var answered =
                api.form(
                        CLERK,
                        page,
                        Map.of(
                                "version", "0",
                                "outcome", "REFUSED",
                                "answer", "Nein",
                                "ruledOn", "2014-02-05",
                                "minimumPosts", "3,5",
                                "minimumTeachers", "2"));
        assertThat(answered.status()).as(answered.body()).isEqualTo(302);
        var reply = ruling("ACCEPTED", "2014-02-05");
        reply.remove("authority");
        reply.remove("question");
        reply.put("version", 0);
        var answer = path + "/rulings/" + open.text("id") + "/reply";
        assertThat(api.post(CLERK, answer, reply).problem()).isEqualTo("stale-version");
        reply.put("version", 1);
        assertThat(api.post(CLERK, answer, reply).problem()).isEqualTo("ruling-stands");
        assertThat(events.of(caseId, "InformalRulingRecorded"))
                .extracting(it -> it.path("outcome").asString())
                .containsExactly("OPEN", "REFUSED");
    }

    @Test
    void theTimetableWaitsStartsFallsDueAndRunsLate() {
        assertThat(statuses()).containsOnly("WAITING");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/zeitplan", "de")))
                .contains("wartet auf den Kreistag")
                .contains("Mai 2014 bis Juni 2014")
                .contains("ab April 2014")
                .contains("4. Quartal 2014");
        TestClock.set(LocalDate.of(2014, 3, 20));
        api.councilResolves(caseId, "2014-03-20");
        assertThat(statuses()).containsOnly("PLANNED");
        TestClock.set(LocalDate.of(2014, 4, 1));
        until("M1", "DUE");
        until("M3", "DUE");
        TestClock.set(LocalDate.of(2014, 5, 1));
        until("M1", "LATE");
        assertThat(milestone("M3").path("status").asString()).isEqualTo("DUE");
        assertThat(events.of(caseId, "MilestoneChanged"))
                .filteredOn(it -> it.path("milestone").asString().equals("M1"))
                .extracting(it -> it.path("status").asString())
                .containsExactly("WAITING", "PLANNED", "DUE", "LATE");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/zeitplan", "en")))
                .contains("overdue")
                .contains("Kreistag (council): adopted by majority")
                .contains("<svg");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "de")))
                .contains("Meilenstein M1 ist überfällig");
    }

    @Test
    void aTimeIsChosenInFieldsThatFitHowExactlyItIsKnown() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        var page = "/vorhaben/" + caseId + "/zeitplan/M3";
        assertThat(Pages.verified(api.page(CLERK, page, "de")))
                .contains("Wie genau?", "April", "3. Quartal", "offen (ab dann)")
                .doesNotContain("2014-Q4", "2014-04..");
        moves(
                page,
                "2014-Q3..2014-Q4",
                Map.of(
                        "planned.precision", "QUARTER",
                        "planned.quarter", "3",
                        "planned.year", "2014",
                        "planned.end", "UNTIL",
                        "planned.toQuarter", "4",
                        "planned.toYear", "2014",
                        // What does not fit the precision is not read.
                        "planned.day", "irgendwann"));
        moves(page, "2015", Map.of("planned.precision", "YEAR", "planned.year", "2015"));
        moves(
                page,
                "2014-06..",
                Map.of(
                        "planned.precision", "MONTH",
                        "planned.month", "6",
                        "planned.year", "2014",
                        "planned.end", "OPEN"));
        assertThat(api.page(CLERK, page, "de").body())
                .containsPattern("value=\"6\" selected=\"selected\">Juni<")
                .containsPattern("value=\"OPEN\" selected");
        moves(
                page,
                "2014-06-02..2014-06-13",
                Map.of(
                        "planned.precision", "DAY",
                        "planned.day", "02.06.2014",
                        "planned.end", "UNTIL",
                        "planned.toDay", "2014-06-13",
                        "forecast.precision", ""));
        refused(page, "planned.precision", Map.of());
        refused(page, "planned.day", Map.of("planned.precision", "DAY"));
        refused(
                page,
                "planned.month",
                Map.of("planned.precision", "MONTH", "planned.year", "2014"));
        refused(
                page,
                "planned.quarter",
                Map.of(
                        "planned.precision",
                        "QUARTER",
                        "planned.quarter",
                        "5",
                        "planned.year",
                        "2014"));
        refused(page, "planned.year", Map.of("planned.precision", "YEAR", "planned.year", "14"));
        refused(
                page,
                "planned.toYear",
                Map.of(
                        "planned.precision", "MONTH",
                        "planned.month", "6",
                        "planned.year", "2014",
                        "planned.end", "UNTIL",
                        "planned.toMonth", "5",
                        "planned.toYear", "2014"));
        refused(
                page,
                "forecast.year",
                Map.of(
                        "planned.precision", "YEAR",
                        "planned.year", "2015",
                        "forecast.precision", "YEAR"));
    }

    private void moves(String page, String planned, Map<String, String> fields) {
        var moved = move(page, fields);
        assertThat(moved.status()).as(moved.body()).isEqualTo(302);
        assertThat(milestone("M3").path("planned").asString()).isEqualTo(planned);
    }

    private void refused(String page, String field, Map<String, String> fields) {
        var refused = move(page, fields);
        assertThat(refused.status()).as(field).isEqualTo(422);
        assertThat(Pages.verifiedBody(refused))
                .contains("href=\"#f-" + field + "\"", "id=\"f-" + field + "\"", "Weil es so ist.");
    }

    private Api.Answer move(String page, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("version", String.valueOf(version("M3")));
        all.put("act", "MOVE");
        all.put("reason", "Weil es so ist.");
        return api.form(CLERK, page, all);
    }

    @Test
    void submittingStage1DoesM1OnItsDay() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        api.councilResolves(caseId, "2014-03-20");
        api.settle(caseId);
        var application = api.readyApplication(caseId, 1);
        var submitted =
                api.step(
                        Tokens.steppedUp("05382", "head"),
                        application,
                        "submission",
                        Map.of("submittedOn", "2014-04-14"));
        assertThat(submitted.status()).as(submitted.body()).isBetween(200, 202);
        var m1 = milestone("M1");
        assertThat(m1.path("status").asString()).isEqualTo("DONE");
        assertThat(m1.path("actual").asString()).isEqualTo("2014-04-14");
        assertThat(milestone("M2").path("blockedBy")).isEmpty();
        assertThat(events.of(caseId, "MilestoneChanged"))
                .filteredOn(it -> it.path("status").asString().equals("DONE"))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.path("actualOn").asString()).isEqualTo("2014-04-14"));
    }

    @Test
    void aMilestoneIsMovedCompletedAndDroppedWithinItsRules() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        api.councilResolves(caseId, "2014-03-20");
        var m2 = path + "/milestones/M2";
        assertThat(milestone("M2").path("blockedBy").get(0).asString()).isEqualTo("M1");
        assertThat(
                        api.post(
                                        CLERK,
                                        m2 + "/completion",
                                        Map.of("version", version("M2"), "actual", "2014-04-15"))
                                .problem())
                .isEqualTo("milestone-blocked");
        assertThat(
                        api.put(CLERK, m2, Map.of("version", version("M2"), "planned", "2014-07"))
                                .problem())
                .isEqualTo("reason-missing");
        assertThat(
                        api.put(CLERK, m2, Map.of("version", version("M2"), "planned", "bald"))
                                .problem())
                .isEqualTo("timespan-unreadable");
        var moved =
                api.put(
                        CLERK,
                        path + "/milestones/M1",
                        Map.of(
                                "version", version("M1"),
                                "planned", "2014-04",
                                "forecast", "2014-Q2"));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(moved.text("forecast")).isEqualTo("2014-Q2");
        assertThat(milestone("M2").path("conflicting").get(0).asString()).isEqualTo("M1");
        assertThat(
                        api.put(
                                        CLERK,
                                        path + "/milestones/M1",
                                        Map.of("version", 0, "planned", "2014-04"))
                                .problem())
                .isEqualTo("stale-version");
        assertThat(
                        api.post(
                                        CLERK,
                                        path + "/milestones/M3/completion",
                                        Map.of("version", version("M3"), "actual", "2014-05"))
                                .problem())
                .isEqualTo("future-date");
        assertThat(
                        api.post(
                                        CLERK,
                                        path + "/milestones/M3/dropping",
                                        Map.of("version", version("M3")))
                                .problem())
                .isEqualTo("reason-missing");
        var page = "/vorhaben/" + caseId + "/zeitplan/M3";
        Pages.verified(api.page(CLERK, page, "de"));
        Pages.verified(api.page(CLERK, page, "en"));
        var wrong =
                api.form(
                        CLERK,
                        page,
                        Map.of(
                                "version", String.valueOf(version("M3")),
                                "act", "COMPLETE",
                                "actual.precision", "DAY",
                                "actual.day", "irgendwann"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(wrong)).contains("irgendwann", "#f-actual.day");
        var tomorrow =
                api.form(
                        CLERK,
                        page,
                        Map.of(
                                "version", String.valueOf(version("M3")),
                                "act", "COMPLETE",
                                "actual.precision", "DAY",
                                "actual.day", "2014-04-16"));
        assertThat(tomorrow.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(tomorrow)).contains("href=\"#f-actual\"", "id=\"f-actual\"");
        var done =
                api.form(
                        CLERK,
                        page,
                        Map.of(
                                "version", String.valueOf(version("M3")),
                                "act", "COMPLETE",
                                "actual.precision", "DAY",
                                "actual.day", "15.04.2014"));
        assertThat(done.status()).as(done.body()).isEqualTo(302);
        assertThat(milestone("M3").path("status").asString()).isEqualTo("DONE");
        assertThat(
                        api.post(
                                        CLERK,
                                        path + "/milestones/M3/dropping",
                                        Map.of("version", version("M3"), "reason", "x"))
                                .problem())
                .isEqualTo("milestone-settled");
    }

    @Test
    void tasksAreAddedAndEndOnce() {
        assertThat(
                        api.post(CLERK, path + "/tasks", Map.of("title", "x", "role", "mayor"))
                                .problem())
                .isEqualTo("unknown-role");
        assertThat(
                        api.post(
                                        CLERK,
                                        path + "/tasks",
                                        Map.of(
                                                "title", "x",
                                                "role", "clerk",
                                                "dueOn", "2014-02-04"))
                                .problem())
                .isEqualTo("task-due-past");
        var page = "/vorhaben/" + caseId + "/aufgaben";
        assertThat(
                        api.form(
                                        CLERK,
                                        page,
                                        Map.of(
                                                "title", "LaKI einladen",
                                                "role", "head",
                                                "dueOn", "2014-03-01"))
                                .status())
                .isEqualTo(302);
        var task = api.get(CLERK, path + "/tasks").json().get(0);
        assertThat(Pages.verified(api.page(CLERK, page, "de")))
                .contains("LaKI einladen")
                .contains("Leitung");
        var one = page + "/" + task.path("id").asString();
        Pages.verified(api.page(CLERK, one, "de"));
        var reasonless = api.form(CLERK, one, Map.of("version", "0", "how", "DROPPED"));
        assertThat(reasonless.status()).isEqualTo(422);
        Pages.verifiedBody(reasonless);
        assertThat(
                        api.form(
                                        CLERK,
                                        one,
                                        Map.of(
                                                "version", "0",
                                                "how", "DROPPED",
                                                "reason", "hat sich erledigt"))
                                .status())
                .isEqualTo(302);
        assertThat(
                        api.post(
                                        CLERK,
                                        path
                                                + "/tasks/"
                                                + task.path("id").asString()
                                                + "/completion",
                                        Map.of("version", 1))
                                .problem())
                .isEqualTo("task-closed");
        assertThat(Pages.verified(api.page(CLERK, page, "en")))
                .contains("dropped")
                .contains("hat sich erledigt");
    }

    private static Map<String, Object> ruling(String outcome, String day) {
        var body = new LinkedHashMap<String, Object>();
        body.put("authority", "LAKI");
        body.put("question", "Wäre ein kleineres Zentrum förderfähig?");
        body.put("answer", "Nein");
        body.put("reason", "Größe und Bedeutung des Kreises");
        body.put("outcome", outcome);
        body.put("ruledOn", day);
        body.put("minimumPosts", "3.5");
        body.put("minimumTeachers", 2);
        return body;
    }

    private void until(String code, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> milestone(code).path("status").asString().equals(status));
    }

    private List<String> statuses() {
        return api.get(CLERK, path + "/milestones")
                .json()
                .valueStream()
                .map(it -> it.path("status").asString())
                .toList();
    }

    private long version(String code) {
        return milestone(code).path("version").asLong();
    }

    private JsonNode milestone(String code) {
        for (var it : api.get(CLERK, path + "/milestones").json()) {
            if (it.path("code").asString().equals(code)) {
                return it;
            }
        }
        throw new AssertionError("no " + code);
    }
}
