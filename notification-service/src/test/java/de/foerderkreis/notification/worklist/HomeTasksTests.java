package de.foerderkreis.notification.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.contracts.application.MilestoneChanged;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.contracts.stakeholder.BodyPositionRecorded;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.contracts.stakeholder.CooperationRequested;
import de.foerderkreis.contracts.stakeholder.FollowUpClosed;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import de.foerderkreis.contracts.stakeholder.ReplyExtensionDecided;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.portal.check.RenderedPage;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The work list as tasks, milestones and partners fill it. */
@NotificationTest
class HomeTasksTests {

    @Autowired District world;
    @Autowired MockMvcTester mvc;
    @Autowired BusinessClock clock;

    private final String district = District.fresh();
    private final String clerk = Tokens.clerk(district);
    private final UUID caseId = UUID.randomUUID();

    @Test
    void aTaskWaitsForItsRoleWithItsPageUntilItIsDoneAlsoBeforeItsCaseIsKnown() {
        var task = task("clerk", clock.today().plusDays(7), "/vorhaben/" + caseId + "/gremien");
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("TASK");
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.waiting[0].title")
                .isEqualTo("Weitere Gespräche mit den Kommunen");
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.waiting[0].link")
                .isEqualTo("/vorhaben/" + caseId + "/gremien");
        for (var other :
                List.of(
                        Tokens.head(district),
                        Tokens.mayor(district + "068"),
                        Tokens.partner(district + "-p"),
                        Tokens.clerk(District.fresh()))) {
            assertThat(worklist(other)).bodyJson().extractingPath("$.waiting").asArray().isEmpty();
        }
        application(new CaseTaskClosed(caseId, task, 9));
        assertThat(worklist(clerk)).bodyJson().extractingPath("$.waiting").asArray().isEmpty();
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.changed[*].text")
                .asArray()
                .contains("Aufgabe erledigt: Weitere Gespräche mit den Kommunen");
    }

    @Test
    void overdueComesFirstAndThePageSaysTheDayInWordsWithTheExactOneAsTitle()
            throws UnsupportedEncodingException {
        task("clerk", clock.today().plusDays(7), "/vorhaben/" + caseId);
        task("clerk", null, "/vorhaben/" + caseId);
        var overdue = UUID.randomUUID();
        stakeholder(
                new FollowUpOpened(
                        caseId,
                        overdue,
                        "BURDEN_CHECK",
                        "Mehr- und Minderbelastung prüfen",
                        "clerk",
                        clock.today().minusDays(2),
                        "https://evil.example/",
                        3));
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.waiting[*].daysLeft")
                .asArray()
                .containsExactly(-2, 7, null);
        assertThat(worklist(clerk))
                .as("no address outside the portal")
                .bodyJson()
                .extractingPath("$.waiting[0].link")
                .isEqualTo("/vorhaben/" + caseId);
        var page = page(clerk).getResponse().getContentAsString();
        RenderedPage.of(page).verify();
        var exact =
                java.time.format.DateTimeFormatter.ofPattern("dd.MM.uuuu")
                        .format(clock.today().plusDays(7));
        assertThat(page)
                .contains("in 7 Tagen", "title=\"Frist " + exact + "\"")
                .contains("Prüfung nach § 56 Abs. 4 KrO NRW");
        stakeholder(new FollowUpClosed(caseId, overdue, 4));
        assertThat(worklist(clerk)).bodyJson().extractingPath("$.waiting").asArray().hasSize(2);
    }

    @Test
    void aTaskLiesInTheInboxOfItsRoleAndIsNotMailed() {
        world.contact(district, "HEAD", "FRAU", "Anna Amt");
        world.awaitContacts(district, 1);
        task("head", clock.today().plusDays(7), "/vorhaben/" + caseId);
        assertThat(world.awaitDeliveries(district, "TASK_OPENED", 1))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.channel()).isEqualTo("PORTAL");
                    assertThat(it.function()).isEqualTo("HEAD");
                });
        assertThat(
                        mvc.get()
                                .uri("/api/notification/v1/inbox")
                                .header("Authorization", "Bearer " + Tokens.head(district))
                                .header("Accept-Language", "de"))
                .bodyJson()
                .extractingPath("$.messages[0].link")
                .isEqualTo("/vorhaben/" + caseId);
    }

    @Test
    void aMilestoneSaysWhenItsPeriodEndsOrThatItHasNoEnd() {
        var end = clock.today().plusDays(20);
        milestone("M1", "PLANNED", end);
        milestone("M5", "DUE", null);
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.waiting[*].reason")
                .asArray()
                .containsExactly(
                        "Der geplante Zeitraum endet am "
                                + java.time.format.DateTimeFormatter.ofPattern("dd.MM.uuuu")
                                        .format(end)
                                + ".",
                        "Der geplante Zeitraum hat kein festes Ende. Ist der Meilenstein erreicht, tragen Sie den Tag ein.");
    }

    @Test
    void milestonesPressWhenTheyAreNearOrLate() {
        milestone("M1", "PLANNED", clock.today().plusDays(20));
        milestone("M2", "PLANNED", clock.today().plusDays(90));
        milestone("M3", "WAITING", clock.today().plusDays(5));
        milestone("M4", "LATE", clock.today().minusDays(1));
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("MILESTONE_LATE", "MILESTONE_DUE");
        milestone("M4", "DONE", clock.today().minusDays(1));
        assertThat(worklist(Tokens.head(district)))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("MILESTONE_DUE");
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.changed[0].kind")
                .isEqualTo("MILESTONE_DONE");
    }

    @Test
    void theMissingPartnerIsNamedUntilItConfirms() {
        var alias = district + "-migranten";
        var cooperation = UUID.randomUUID();
        world.tell(
                district,
                PartnerState.TOPIC,
                alias,
                new PartnerState(alias, "Migrantenverein Muster", "MIGRANT_ORG", true, 1));
        world.awaitRows(district, "known_partner", 1);
        stakeholder(
                new CooperationRequested(
                        caseId, cooperation, alias, "MIGRANT_ORG", clock.today().plusDays(14), 2));
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.waiting[0].title")
                .isEqualTo("Migrantenverein Muster hat die Zusammenarbeit noch nicht bestätigt");
        assertThat(worklist(Tokens.partner(alias)))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("CONFIRM_COOPERATION");
        assertThat(worklist(Tokens.partner(district + "-other")))
                .bodyJson()
                .extractingPath("$.waiting")
                .asArray()
                .isEmpty();
        stakeholder(
                new CooperationConfirmed(
                        caseId,
                        cooperation,
                        alias,
                        "MIGRANT_ORG",
                        "LINK",
                        Instant.parse("2014-02-10T10:00:00Z"),
                        3));
        assertThat(worklist(clerk)).bodyJson().extractingPath("$.waiting").asArray().isEmpty();
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.changed[0].text")
                .isEqualTo("Migrantenverein Muster hat die Zusammenarbeit bestätigt");
    }

    @Test
    void aStaffingPlanBelowTheRulingWaitsUntilItIsChanged() {
        staffing(true);
        assertThat(worklist(Tokens.head(district)))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("STAFFING_BELOW_RULING");
        staffing(false);
        assertThat(worklist(Tokens.head(district)))
                .bodyJson()
                .extractingPath("$.waiting")
                .asArray()
                .isEmpty();
    }

    @Test
    void aTownWithMoreTimeIsNotLateWhenTheOthersRoundIsClosed() {
        var windeck = district + "076";
        var round = world.round(caseId, List.of(windeck, district + "068"));
        stakeholder(round);
        stakeholder(
                new ReplyExtensionDecided(
                        round.roundId(), caseId, windeck, clock.today().plusDays(20), 2));
        stakeholder(
                new ConsultationClosed(
                        round.roundId(),
                        caseId,
                        "DRAFT_OPINION",
                        LocalDate.of(2014, 3, 4),
                        Instant.parse("2014-03-04T23:00:00Z"),
                        2,
                        0,
                        List.of(),
                        3));
        assertThat(worklist(Tokens.mayor(windeck)))
                .bodyJson()
                .extractingPath("$.waiting[*].code")
                .asArray()
                .containsExactly("ANSWER_ROUND");
        assertThat(worklist(Tokens.mayor(windeck)))
                .bodyJson()
                .extractingPath("$.waiting[0].daysLeft")
                .isEqualTo(20);
    }

    @Test
    void townsDoNotHearOfBodiesAndPartners() {
        var town = district + "068";
        stakeholder(world.round(caseId, List.of(town)));
        stakeholder(
                new BodyPositionRecorded(
                        caseId,
                        UUID.randomUUID(),
                        "HVB",
                        "Dienstbesprechung",
                        LocalDate.of(2014, 2, 21),
                        "MOSTLY_REJECT",
                        null,
                        4));
        assertThat(worklist(clerk))
                .bodyJson()
                .extractingPath("$.changed[*].text")
                .asArray()
                .contains("Sitzung vermerkt: Dienstbesprechung");
        assertThat(worklist(Tokens.mayor(town)))
                .bodyJson()
                .extractingPath("$.changed[*].kind")
                .asArray()
                .containsExactly("CONSULTATION_OPENED");
    }

    @Test
    void anEmptyDistrictShowsItsClerkTheWayToTheFirstCase() throws UnsupportedEncodingException {
        var page = page(clerk).getResponse().getContentAsString();
        RenderedPage.of(page).verify();
        assertThat(page)
                .contains(
                        "In drei Schritten zum ersten Vorhaben",
                        "href=\"/kommunen\"",
                        "href=\"/personen/neu\"",
                        "href=\"/vorhaben/neu\"")
                .doesNotContain("erledigt");
        assertThat(page(Tokens.head(district))).bodyText().doesNotContain("In drei Schritten");
        world.municipality(district + "068", "Troisdorf");
        world.awaitRows(district, "known_municipality", 1);
        assertThat(page(clerk)).bodyText().contains("In drei Schritten", "erledigt");
        world.openCase(district);
        world.awaitRows(district, "known_case", 1);
        assertThat(page(clerk)).bodyText().doesNotContain("In drei Schritten");
    }

    private UUID task(String role, LocalDate due, String page) {
        var id = UUID.randomUUID();
        application(
                new CaseTaskOpened(
                        caseId,
                        id,
                        "FURTHER_TALKS",
                        "Weitere Gespräche mit den Kommunen",
                        role,
                        due,
                        page,
                        3));
        return id;
    }

    private void milestone(String code, String status, @Nullable LocalDate end) {
        application(
                new MilestoneChanged(
                        caseId, code, "Antragstellung", status, "MONTH", end, null, null, 4));
    }

    private void staffing(boolean below) {
        world.awaitHandled(
                "notification.figures",
                world.tell(
                        district,
                        StaffingPlanSet.TOPIC,
                        caseId,
                        new StaffingPlanSet(
                                caseId, UUID.randomUUID(), "3.4", 2, 8, 4, List.of(), below, 2)));
    }

    private void application(Object event) {
        world.awaitHandled(
                "notification.applications",
                world.tell(district, CaseTaskOpened.TOPIC, caseId, event));
    }

    private void stakeholder(Object event) {
        world.awaitHandled(
                "notification.consultations",
                world.tell(district, ConsultationOpened.TOPIC, caseId, event));
    }

    private MvcTestResult worklist(String token) {
        return mvc.get()
                .uri("/api/notification/v1/worklist")
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .exchange();
    }

    private MvcTestResult page(String token) {
        return mvc.get()
                .uri("/")
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .exchange();
    }
}
