package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.Story;
import de.foerderkreis.story.Town;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What stands in the system on 25.02.2014, every number of domain sections 3 and 7 included. */
@Order(1)
@ExtendWith(RunningSystem.class)
class ConsultationAtDemoDayTests {

    private final Story story = RunningSystem.story();
    private final PortalClient clerk = story.actors().clerk();
    private final PortalClient treasurer = story.actors().treasurer();

    @Test
    void theDemoClockStandsAtTheFirstReminder() {
        assertThat(clerk.get("/api/notification/v1/demo/clock").expect(200).text("now"))
                .startsWith("2014-02-25T07:00:00");
    }

    @Test
    void nineteenTownsAreKnownAndASecondImportChangesNothing() {
        assertThat(Story.items(clerk.get("/api/stakeholder/v1/municipalities").expect(200).json()))
                .hasSize(19);

        var again =
                clerk.upload(
                                "/api/stakeholder/v1/municipalities/import?dryRun=false",
                                "municipalities.csv",
                                "text/csv",
                                municipalities())
                        .expect(200);

        assertThat(again.json().path("unchanged").asInt()).isEqualTo(19);
        assertThat(again.json().path("created").asInt()).isZero();
        assertThat(again.json().path("updated").asInt()).isZero();
    }

    @Test
    void theCostPlanComesToEightyThousandExactly() {
        var plan =
                treasurer
                        .get("/api/finance/v1/cases/" + story.caseId() + "/cost-plan")
                        .expect(200)
                        .json();
        assertThat(plan.path("gross").asString()).isEqualTo("320000.00");
        assertThat(plan.path("grant").asString()).isEqualTo("170000.00");
        assertThat(plan.path("saving").asString()).isEqualTo("70000.00");
        assertThat(plan.path("net").asString()).isEqualTo("80000.00");
    }

    @Test
    void everyTownsShareIsExactToTheCent() {
        var effect =
                treasurer
                        .get("/api/finance/v1/cases/" + story.caseId() + "/levy-effect")
                        .expect(200)
                        .json();
        assertThat(effect.path("amount").asString()).isEqualTo("80000.00");
        assertThat(effect.path("rateDelta").asString()).startsWith("0.0123");

        Map<String, String> shares = new TreeMap<>();
        effect.path("shares")
                .forEach(it -> shares.put(it.path("ags").asString(), it.path("share").asString()));
        Map<String, String> expected =
                text("/expected-levy-effect.csv")
                        .lines()
                        .skip(1)
                        .map(it -> it.split(","))
                        .collect(Collectors.toMap(it -> it[0], it -> it[3]));
        assertThat(shares).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(
                        shares.values().stream()
                                .mapToLong(it -> Long.parseLong(it.replace(".", "")))
                                .sum())
                .isEqualTo(8_000_000);
    }

    @Test
    void theRateViewShowsWhatATwoDecimalRateLeavesOpen() {
        var id =
                treasurer
                        .get("/api/finance/v1/cases/" + story.caseId() + "/levy-effect")
                        .expect(200)
                        .text("id");
        var view =
                treasurer
                        .get("/api/finance/v1/levy-effects/" + id + "?rate=36.14")
                        .expect(200)
                        .json()
                        .path("rateView");
        assertThat(view.path("levy").asString()).isEqualTo("235018420.00");
        assertThat(view.path("exactRate").asString()).startsWith("36.1423020");
        assertThat(view.path("difference").asString()).isEqualTo("-14970.00");
        assertThat(
                        treasurer
                                .get("/api/finance/v1/levy-effects/" + id + "?rate=36.15")
                                .expect(200)
                                .json()
                                .path("rateView")
                                .path("difference")
                                .asString())
                .isEqualTo("50060.00");
    }

    @Test
    void eighteenOfNineteenBasesAreAnErrorAndNotAnEighteenWaySplit() {
        var eighteen =
                new String(municipalities(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(it -> !it.startsWith("05382076"))
                        .collect(Collectors.joining("\n"));
        var imported =
                treasurer.upload(
                        "/api/finance/v1/levy-bases/import?year=2015&status=MODEL_RUN_1&dryRun=false",
                        "m.csv",
                        "text/csv",
                        eighteen.getBytes(StandardCharsets.UTF_8));
        if (imported.status() < 300) {
            var effect =
                    treasurer.post(
                            "/api/finance/v1/cases/" + story.caseId() + "/levy-effects",
                            Map.of("baseId", imported.text("baseId")));
            assertThat(effect.status()).isEqualTo(422);
            assertThat(effect.text("type"))
                    .isEqualTo("urn:foerderkreis:problem:levy-base-incomplete");
            assertThat(effect.body()).contains("Windeck");
        } else {
            assertThat(imported.status()).isEqualTo(422);
            assertThat(imported.body()).contains("Windeck");
        }
    }

    @Test
    void thirteenTownsHaveAnsweredAndSixAreSilent() {
        var round = clerk.get("/api/stakeholder/v1/rounds/" + story.roundId()).expect(200).json();
        assertThat(round.path("status").asString()).isEqualTo("OPEN");
        assertThat(round.path("dueOn").asString()).isEqualTo("2014-03-04");
        var delivered =
                Story.items(
                        clerk.get("/api/stakeholder/v1/rounds/" + story.roundId() + "/statements")
                                .expect(200)
                                .json());
        assertThat(delivered).hasSize(13);
        assertThat(delivered.stream().filter(it -> it.path("position").asString().equals("REJECT")))
                .hasSize(12);
        assertThat(
                        delivered.stream()
                                .filter(it -> it.path("position").asString().equals("APPROVE"))
                                .map(it -> it.path("ags").asString()))
                .containsExactly("05382056");
    }

    @Test
    void theReminderReachedExactlyTheSixSilentTowns() {
        var reminded =
                RunningSystem.mails().stream()
                        .filter(it -> it.path("subject").asString().contains("Erinnerung:"))
                        .map(it -> it.path("to").toString())
                        .toList();
        var silent =
                Town.all().stream()
                        .filter(it -> !it.answeredOn().isBefore(LocalDate.of(2014, 2, 25)))
                        .map(Town::slug)
                        .toList();
        assertThat(reminded).hasSize(6);
        assertThat(silent)
                .allSatisfy(slug ->
                        assertThat(reminded).anyMatch(it -> it.contains("mayor-" + slug + "@")));
    }

    @Test
    void noMailGivesAwayAPositionOrAnAmount() {
        assertThat(RunningSystem.mails())
                .isNotEmpty()
                .allSatisfy(mail ->
                        assertThat(
                                        mail.path("text").asString()
                                                + mail.path("html").asString()
                                                + mail.path("subject").asString())
                                .doesNotContainIgnoringCase("ablehn")
                                .doesNotContainIgnoringCase("REJECT")
                                .doesNotContain("12.025,08", "80.000,00", "80000.00"));
    }

    @Test
    void everyNoticeIsOneMailForOneRecipient() {
        var keys =
                RunningSystem.mails().stream().map(it -> it.path("messageId").asString()).toList();
        assertThat(keys).doesNotHaveDuplicates();
        var openings =
                RunningSystem.mails().stream()
                        .filter(it ->
                                it.path("subject").asString().contains("Bitte um Stellungnahme")
                                        && !it.path("subject").asString().contains("Erinnerung:"));
        assertThat(
                        openings.map(it -> it.path("to").toString())
                                .filter(it -> it.contains("mayor-"))
                                .distinct())
                .hasSize(19);
    }

    @Test
    void theHomePageSaysWhatWaits() {
        assertThat(clerk.page("/").expect(200).body()).contains("6").contains("04.03.2014");
        var lohmar = story.actors().as("mayor-lohmar");
        assertThat(lohmar.page("/").expect(200).body())
                .contains("04.03.2014")
                .contains("/beteiligung/" + story.roundId());
    }

    private static byte[] municipalities() {
        return bytes("/story/municipalities.csv");
    }

    static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (var in = ConsultationAtDemoDayTests.class.getResourceAsStream(resource)) {
            return java.util.Objects.requireNonNull(in, resource).readAllBytes();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    static List<JsonNode> rows(PortalClient who, String path) {
        return Story.items(who.get(path).expect(200).json());
    }
}
