package de.foerderkreis.notification.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.application.ApplicationReviewRequested;
import de.foerderkreis.contracts.application.RequirementChanged;
import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.platformtest.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NotificationTest
class HomeTests {

    private static final String WORKLIST = "/api/notification/v1/worklist";

    @Autowired District world;
    @Autowired MockMvcTester mvc;

    private final String district = District.fresh();
    private final String troisdorf = district + "068";
    private final String windeck = district + "076";
    private UUID caseId;
    private ConsultationOpened round;

    @BeforeEach
    void aRoundIsOpen() {
        world.emptyQueue();
        caseId = world.openCase(district);
        world.awaitRows(district, "known_case", 1);
        round = world.round(caseId, List.of(troisdorf, windeck));
        handled(ConsultationOpened.TOPIC, "notification.consultations", round.roundId(), round);
    }

    @Test
    void aTownSeesItsOpenStatementUntilItHasAnswered() {
        assertThat(worklist(Tokens.mayor(troisdorf)))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("ANSWER_ROUND");
        assertThat(worklist(Tokens.official(troisdorf)))
                .bodyJson()
                .extractingPath("$.waiting[0].link")
                .isEqualTo("/beteiligung/" + round.roundId() + "/stellungnahme");
        answered(troisdorf);
        assertThat(worklist(Tokens.mayor(troisdorf)))
                .bodyJson()
                .extractingPath("$.waiting")
                .asArray()
                .isEmpty();
        assertThat(worklist(Tokens.mayor(windeck)))
                .bodyJson()
                .extractingPath("$.waiting")
                .asArray()
                .hasSize(1);
        assertThat(worklist(Tokens.mayor(windeck)))
                .as("what others answered is not told to a town")
                .bodyJson()
                .extractingPath("$.changed[*].kind")
                .asArray()
                .containsExactly("CONSULTATION_OPENED");
        assertThat(worklist(Tokens.mayor(district + "004")))
                .as("a town that was not asked")
                .bodyJson()
                .extractingPath("$.cases")
                .asArray()
                .isEmpty();
    }

    @Test
    void theClerkSeesHowManyAreMissingAndWhichPromiseIsDue() {
        answered(troisdorf);
        handled(
                "foerderkreis.application.v1",
                "notification.applications",
                caseId,
                new RequirementChanged(caseId, "R1", "PROMISED", LocalDate.of(2015, 12, 31), 3));
        var mine = worklist(Tokens.clerk(district));
        assertThat(mine)
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("TOWNS_MISSING", "PROMISE_DUE");
        assertThat(mine)
                .bodyJson()
                .extractingPath("$.waiting[1].reason")
                .asString()
                .contains("bis zum 31.12.2015 zugesagt");
        assertThat(mine)
                .bodyJson()
                .extractingPath("$.waiting[0].title")
                .isEqualTo("Noch ohne Antwort: 1 von 2 Kommunen");
        assertThat(mine).bodyJson().extractingPath("$.rounds[0].answered").isEqualTo(1);
        assertThat(mine)
                .bodyJson()
                .extractingPath("$.changed[*].kind")
                .asArray()
                .contains("STATEMENT_RECEIVED", "CONSULTATION_OPENED");
        assertThat(mine)
                .bodyJson()
                .extractingPath("$.cases[0].fileReference")
                .isEqualTo("50.2-KI-2012");
    }

    @Test
    void theTreasurerIsAskedForOneFigureAfterTheOther() {
        assertThat(worklist(Tokens.treasurer(district)))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("COST_PLAN_MISSING");
        handled(
                CostPlanCalculated.TOPIC,
                "notification.figures",
                caseId,
                new CostPlanCalculated(
                        caseId,
                        UUID.randomUUID(),
                        "320000.00",
                        "170000.00",
                        "70000.00",
                        "80000.00",
                        null,
                        2));
        assertThat(worklist(Tokens.treasurer(district)))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("LEVY_EFFECT_MISSING");
    }

    @Test
    void theHeadSeesWhatWaitsForASecondPairOfEyes() {
        handled(
                "foerderkreis.application.v1",
                "notification.applications",
                caseId,
                new ApplicationReviewRequested(
                        caseId, UUID.randomUUID(), 1, LocalDate.of(2014, 4, 10), 5));
        assertThat(worklist(Tokens.head(district)))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("REVIEW_APPLICATION");
    }

    @Test
    void administrationSeesNothingOfWhatACaseIsAbout() {
        answered(troisdorf);
        for (var part : List.of("cases", "rounds", "changed")) {
            assertThat(worklist(Tokens.auditor(district)))
                    .bodyJson()
                    .extractingPath("$." + part)
                    .asArray()
                    .as(part)
                    .isNotEmpty();
            assertThat(worklist(Tokens.admin(district)))
                    .bodyJson()
                    .extractingPath("$." + part)
                    .asArray()
                    .as(part)
                    .isEmpty();
        }
    }

    @Test
    void everybodyHasAHomePageInBothLanguages() {
        for (var token :
                List.of(
                        Tokens.clerk(district),
                        Tokens.head(district),
                        Tokens.treasurer(district),
                        Tokens.landrat(district),
                        Tokens.councilSecretary(district),
                        Tokens.auditor(district),
                        Tokens.admin(district),
                        Tokens.mayor(troisdorf),
                        Tokens.official(troisdorf),
                        Tokens.partner(district + "-caritas"),
                        Tokens.reviewer("05-mais"))) {
            assertThat(page("/", token, "de"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Was auf Sie wartet")
                    .doesNotContain("??");
            assertThat(page("/", token, "en"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("What waits for you")
                    .doesNotContain("??");
        }
    }

    @Test
    void partnersFindAFriendlyEmptyPage() {
        assertThat(page("/", Tokens.partner(district + "-caritas"), "de"))
                .bodyText()
                .contains("Für Ihre Organisation ist nichts offen");
    }

    @Test
    void thePublicIsIntroducedAndOfferedToSignIn() {
        assertThat(mvc.get().uri("/").header("Accept", "text/html").header("Accept-Language", "de"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Vom Antrag im Kreistag bis zum letzten Verwendungsnachweis",
                        "href=\"/login\"");
    }

    private void answered(String town) {
        handled(
                StatementSubmitted.TOPIC,
                "notification.consultations",
                round.roundId(),
                new StatementSubmitted(
                        round.roundId(),
                        caseId,
                        UUID.randomUUID(),
                        town,
                        "REJECT",
                        "PORTAL",
                        Instant.parse("2014-02-25T09:15:30Z"),
                        1,
                        2,
                        5));
    }

    private void handled(String topic, String consumer, UUID key, Object event) {
        world.awaitHandled(consumer, world.tell(district, topic, key, event));
    }

    private MvcTestResult worklist(String token) {
        return mvc.get()
                .uri(WORKLIST)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .exchange();
    }

    private MvcTestResult page(String address, String token, String language) {
        return mvc.get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .exchange();
    }
}
