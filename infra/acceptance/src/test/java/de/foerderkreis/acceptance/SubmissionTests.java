package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.story.Patience;
import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.Story;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * From the demo day to the submitted stage-1 application: the round closes, Windeck is late, the
 * council resolves.
 */
@Order(9)
@ExtendWith(RunningSystem.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SubmissionTests {

    private final Story story = RunningSystem.story();
    private final PortalClient clerk = story.actors().clerk();
    private final String cases = "/api/application/v1/cases/" + story.caseId();
    private final String rounds = "/api/stakeholder/v1/rounds/" + story.roundId();

    @Test
    @Order(1)
    void eighteenTownsAnswerInTimeAndTheRoundClosesByItself() {
        story.playTo(LocalDate.of(2014, 3, 4));
        story.moveClockTo(LocalDate.of(2014, 3, 5), LocalTime.of(8, 0));

        var tally = clerk.get(rounds + "/tally").expect(200).json();
        var reject = line(tally, "REJECT");
        var approve = line(tally, "APPROVE");
        var silent = line(tally, "NO_REPLY");
        assertThat(reject.path("heads").asInt()).isEqualTo(16);
        assertThat(approve.path("heads").asInt()).isEqualTo(2);
        assertThat(silent.path("heads").asInt()).isEqualTo(1);
        assertThat(reject.path("levyBase").asString()).isEqualTo("472451150.00");
        assertThat(approve.path("levyBase").asString()).isEqualTo("156548850.00");
        assertThat(silent.path("levyBase").asString()).isEqualTo("21300000.00");
        assertThat(
                        List.of(
                                reject.path("inhabitantsPercent").asString(),
                                approve.path("inhabitantsPercent").asString(),
                                silent.path("inhabitantsPercent").asString()))
                .containsExactly("75.01", "21.76", "3.24");
        assertThat(
                        List.of(
                                reject.path("levyBasePercent").asString(),
                                approve.path("levyBasePercent").asString(),
                                silent.path("levyBasePercent").asString()))
                .containsExactly("72.65", "24.07", "3.28");
    }

    @Test
    @Order(2)
    void theClosedRoundIsEvidenceForTheFirstRequirement() {
        var r1 =
                Patience.until(
                        "the consultation's result reaches R1",
                        () ->
                                Optional.of(requirement("R1"))
                                        .filter(it ->
                                                it.path("evidence").toString().contains("18")));
        assertThat(r1.path("status").asString()).isNotEqualTo("FULFILLED");
    }

    @Test
    @Order(3)
    void windeckIsLateAndKept() {
        story.playTo(LocalDate.of(2014, 3, 6));
        var late =
                Story.items(clerk.get(rounds + "/statements").expect(200).json()).stream()
                        .filter(it -> it.path("ags").asString().equals("05382076"))
                        .findFirst();
        assertThat(late).hasValueSatisfying(it -> assertThat(it.path("late").asBoolean()).isTrue());
        assertThat(
                        line(clerk.get(rounds + "/tally").expect(200).json(), "NO_REPLY")
                                .path("heads")
                                .asInt())
                .as("silence at the deadline stays silence")
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void nothingIsSubmittedBeforeTheCouncilResolved() {
        var draft = clerk.post(cases + "/applications", Map.of("stage", 1)).expect(201).json();
        var application = cases + "/applications/" + draft.path("id").asString();
        clerk.post(application + "/review", Map.of("version", version(clerk, application)))
                .expect(200);
        var head = story.actors().as("head");
        head.post(application + "/approval", Map.of("version", version(head, application)))
                .expect(200);
        var landrat = story.actors().as("landrat");
        var refused =
                landrat.post(
                        application + "/submission",
                        Map.of("version", version(landrat, application)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type"))
                .isEqualTo("urn:foerderkreis:problem:submission-guard-failed");
        assertThat(refused.body()).contains("R2").contains("Kreistag");

        var second = clerk.post(cases + "/applications", Map.of("stage", 1));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type"))
                .isEqualTo("urn:foerderkreis:problem:active-application-exists");
        landrat.post(
                        application + "/withdrawal",
                        Map.of(
                                "version",
                                version(landrat, application),
                                "reason",
                                "Der Kreistag hat noch nicht beschlossen"))
                .expect(200);
    }

    @Test
    @Order(5)
    void stage1IsSubmittedWithAFrozenSnapshot() {
        story.playTo(LocalDate.of(2014, 4, 15));
        var application =
                Story.items(clerk.get(cases + "/applications").expect(200).json()).stream()
                        .filter(it ->
                                it.path("stage").asInt() == 1
                                        && it.path("status").asString().equals("SUBMITTED"))
                        .findFirst()
                        .orElseThrow();
        var snapshot =
                clerk.get(
                                cases
                                        + "/applications/"
                                        + application.path("id").asString()
                                        + "/snapshot")
                        .expect(200);
        assertThat(snapshot.body())
                .contains("80000.00")
                .contains(Story.FILE_REFERENCE)
                .contains("472451150.00");
        assertThat(requirement("R1").path("status").asString()).isEqualTo("PROMISED");
        assertThat(requirement("R1").path("dueOn").asString()).isEqualTo("2015-12-31");
    }

    @Test
    @Order(6)
    void stage2IsRefusedUntilStage1IsApproved() {
        var refused = clerk.post(cases + "/applications", Map.of("stage", 2));
        assertThat(refused.status()).isIn(409, 422);
        assertThat(refused.text("type")).isEqualTo("urn:foerderkreis:problem:stage-1-not-approved");
        assertThat(refused.text("detail")).contains("Stufe 1");
    }

    @Test
    @Order(7)
    void everyTownIsToldOnceThatTheApplicationWentOut() {
        Patience.until(
                "19 mayors have mail about the submitted application",
                () ->
                        Optional.of(
                                        RunningSystem.mails().stream()
                                                .filter(it ->
                                                        it.path("subject")
                                                                .asString()
                                                                .contains("Antrag gestellt"))
                                                .map(it -> it.path("to").toString())
                                                .filter(it -> it.contains("mayor-"))
                                                .toList())
                                .filter(it -> it.size() >= 19));
        assertThat(
                        RunningSystem.mails().stream()
                                .filter(it ->
                                        it.path("subject").asString().contains("Antrag gestellt"))
                                .map(it -> it.path("to").toString())
                                .filter(it -> it.contains("mayor-")))
                .hasSize(19)
                .doesNotHaveDuplicates();
    }

    private JsonNode requirement(String code) {
        return Story.items(clerk.get(cases + "/requirements").expect(200).json()).stream()
                .filter(it -> it.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode line(JsonNode tally, String position) {
        for (JsonNode line : Story.items(tally.has("lines") ? tally.path("lines") : tally)) {
            if (line.path("position").asString().equals(position)) {
                return line;
            }
        }
        throw new AssertionError("No line " + position + " in " + tally);
    }

    private static long version(PortalClient who, String path) {
        return who.get(path).expect(200).json().path("version").asLong();
    }
}
