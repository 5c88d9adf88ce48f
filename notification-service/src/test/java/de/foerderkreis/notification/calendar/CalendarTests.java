package de.foerderkreis.notification.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.contracts.application.MilestoneChanged;
import de.foerderkreis.contracts.application.RequirementChanged;
import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.ReplyExtensionDecided;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.platformtest.Tokens;
import java.io.IOException;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NotificationTest
class CalendarTests {

    @Autowired District world;
    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;

    private final String district = District.fresh();
    private final String clerk = Tokens.clerk(district);
    private final String troisdorf = district + "068";
    private final String windeck = district + "076";
    private final UUID caseId = UUID.randomUUID();
    private ConsultationOpened round;

    @BeforeEach
    void aRoundIsOpen() {
        round = world.round(caseId, List.of(troisdorf, windeck));
        stakeholder(round);
    }

    @Test
    void everyDeadlineIsAnAllDayEventOfAPublishedCalendar() {
        application(
                new RequirementChanged(caseId, "R1", "PROMISED", LocalDate.of(2015, 12, 31), 3));
        application(
                new MilestoneChanged(
                        caseId,
                        "M1",
                        "Antrag auf grundsätzliche Genehmigung",
                        "PLANNED",
                        "MONTH",
                        LocalDate.of(2014, 4, 30),
                        null,
                        null,
                        4));
        application(
                new CaseTaskOpened(
                        caseId,
                        UUID.randomUUID(),
                        "FURTHER_TALKS",
                        "Gespräche, weitere; mit allen",
                        "clerk",
                        LocalDate.of(2014, 5, 2),
                        "/vorhaben/" + caseId,
                        5));
        var calendar = calendar(download(clerk));
        assertThat(value(calendar, Property.METHOD)).isEqualTo("PUBLISH");
        assertThat(calendar.<VEvent>getComponents("VEVENT"))
                .extracting(it -> value(it, Property.SUMMARY))
                .containsExactly(
                        "Frist: Entwurf der Konzeption",
                        "Meilenstein M1 Antrag auf grundsätzliche Genehmigung",
                        "Aufgabe: Gespräche, weitere; mit allen",
                        "Zusage einlösen: Anforderung R1");
        var first = event(calendar, "round-" + round.roundId());
        assertThat(value(first, Property.DTSTART)).isEqualTo("20140304");
        assertThat(value(first, Property.DTEND)).isEqualTo("20140305");
        assertThat(value(first, Property.SEQUENCE)).isEqualTo("0");
        assertThat(calendar(download(Tokens.treasurer(district))).<VEvent>getComponents("VEVENT"))
                .as("not the clerk's task and promise")
                .hasSize(2);
    }

    @Test
    void theSameMatterKeepsItsUidAndCountsItsChanges() {
        var uid = "round-" + round.roundId();
        stakeholder(
                new ConsultationExtended(
                        round.roundId(), caseId, LocalDate.of(2014, 3, 11), "Ferien", 2));
        var moved = event(calendar(download(clerk)), uid);
        assertThat(value(moved, Property.DTSTART)).isEqualTo("20140311");
        assertThat(value(moved, Property.SEQUENCE)).isEqualTo("1");
        stakeholder(
                new ConsultationExtended(
                        round.roundId(), caseId, LocalDate.of(2014, 3, 11), "Ferien", 3));
        assertThat(value(event(calendar(download(clerk)), uid), Property.SEQUENCE))
                .as("the same day again is no change")
                .isEqualTo("1");
    }

    @Test
    void aTownWithMoreTimeSeesItsOwnDayAndNoOther() {
        stakeholder(
                new ReplyExtensionDecided(
                        round.roundId(), caseId, windeck, LocalDate.of(2014, 3, 18), 2));
        assertThat(calendar(download(Tokens.mayor(windeck))).<VEvent>getComponents("VEVENT"))
                .extracting(it -> value(it, Property.DTSTART))
                .containsExactly("20140318");
        assertThat(calendar(download(Tokens.mayor(troisdorf))).<VEvent>getComponents("VEVENT"))
                .extracting(it -> value(it, Property.DTSTART))
                .containsExactly("20140304");
        assertThat(calendar(download(Tokens.mayor(district + "004"))).getComponents()).isEmpty();
    }

    @Test
    void whatIsDoneLeavesTheCalendar() {
        var task = UUID.randomUUID();
        application(
                new CaseTaskOpened(
                        caseId, task, "OTHER", "A", "head", LocalDate.of(2014, 5, 2), "/", 5));
        assertThat(calendar(download(Tokens.head(district))).getComponents()).hasSize(2);
        application(new CaseTaskClosed(caseId, task, 6));
        assertThat(calendar(download(Tokens.head(district))).getComponents()).hasSize(1);
    }

    @Test
    void theAddressWorksWithoutALoginUntilItIsRenewedOrRevoked() {
        var first = make();
        assertThat(calendar(mvc.get().uri(first).exchange()).<VEvent>getComponents("VEVENT"))
                .hasSize(1);
        var second = make();
        assertThat(second).isNotEqualTo(first);
        assertThat(mvc.get().uri(first)).as("renewed").hasStatus(404);
        assertThat(mvc.get().uri(second)).hasStatusOk();
        assertThat(mvc.get().uri(second.replace(".ics", "A.ics"))).as("changed").hasStatus(404);
        post("/nachrichten/kalender/widerrufen");
        assertThat(mvc.get().uri(second)).as("revoked").hasStatus(404);
    }

    @Test
    void theAddressEndsLongAfterTheLastVisit() {
        var address = make();
        world.in(
                district,
                () ->
                        jdbc.sql(
                                        "update calendar_feed set visited_at = now() - interval '181 days'")
                                .update());
        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    private String make() {
        assertThat(post("/nachrichten/kalender/neu"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/nachrichten/einstellungen");
        var page =
                text(
                        mvc.get()
                                .uri("/nachrichten/einstellungen")
                                .header("Authorization", "Bearer " + clerk)
                                .header("Accept", "text/html")
                                .exchange());
        var from = page.indexOf("/l/n/kalender/");
        return page.substring(from, page.indexOf(".ics", from) + 4);
    }

    private MvcTestResult post(String address) {
        return mvc.post().uri(address).header("Authorization", "Bearer " + clerk).exchange();
    }

    private MvcTestResult download(String token) {
        return mvc.get()
                .uri("/kalender.ics")
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .exchange();
    }

    private static VEvent event(Calendar calendar, String uid) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .filter(it -> value(it, Property.UID).startsWith(uid + "@"))
                .findFirst()
                .orElseThrow();
    }

    private static String value(net.fortuna.ical4j.model.PropertyContainer of, String property) {
        return of.<Property>getRequiredProperty(property).getValue();
    }

    private static Calendar calendar(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getContentType()).startsWith("text/calendar");
        try {
            return new CalendarBuilder().build(new StringReader(text(result)));
        } catch (IOException | ParserException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void application(Object event) {
        world.awaitHandled(
                "notification.applications",
                world.tell(district, RequirementChanged.TOPIC, caseId, event));
    }

    private void stakeholder(Object event) {
        world.awaitHandled(
                "notification.consultations",
                world.tell(district, ConsultationOpened.TOPIC, round.roundId(), event));
    }
}
