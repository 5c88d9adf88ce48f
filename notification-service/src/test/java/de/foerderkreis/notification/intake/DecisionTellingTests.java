package de.foerderkreis.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.ReasonsCoded;
import de.foerderkreis.contracts.stakeholder.ReplyExtensionDecided;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.Mailbox;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.mail.Pump;
import de.foerderkreis.platformtest.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Steps 17 to 20a of the story: what was decided is told to whom it concerns, once. */
@NotificationTest
class DecisionTellingTests {

    @Autowired District world;
    @Autowired Pump pump;
    @Autowired MockMvcTester mvc;

    private final String district = District.fresh();
    private final String troisdorf = district + "068";
    private final String windeck = district + "076";
    private final String partner = district + "-caritas";
    private UUID caseId;
    private ConsultationOpened round;

    @BeforeEach
    void aRoundOfTwoTowns() {
        world.emptyQueue();
        caseId = world.openCase(district);
        world.contact(troisdorf, "MAYOR", "HERR", "Max Muster");
        world.contact(windeck, "MAYOR", "FRAU", "Erika Muster");
        world.awaitContacts(district, 2);
        world.awaitRows(district, "known_case", 1);
        round = world.round(caseId, List.of(troisdorf, windeck));
        stakeholder(round);
        world.emptyQueue();
    }

    @Test
    void aResolutionOfTheKreistagReachesTownsAndPartnersOnTheirChannelExactlyOnce() {
        world.partner(partner, "Kim Offen", false, "ResolutionAdopted");
        world.awaitContacts(district, 3);
        pump.all();
        var link = Mailbox.to(District.address(partner, "PARTNER_CONTACT")).getFirst().link();
        mvc.post()
                .uri(link)
                .param("action", "choose")
                .param("notice", "RESOLUTION_ADOPTED")
                .exchange();
        withoutMail(windeck, "RESOLUTION_ADOPTED");

        var event = UUID.randomUUID();
        for (var times = 0; times < 2; times++) {
            world.send(
                    district,
                    ResolutionAdopted.TOPIC,
                    caseId.toString(),
                    event,
                    resolution("KREISTAG", LocalDate.of(2014, 3, 20)));
        }
        world.awaitHandled("notification.applications", event);
        committee();
        pump.all();

        assertThat(mails(troisdorf, "MAYOR"))
                .filteredOn(it -> it.subject().contains("Beschluss des Kreistags"))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("20.03.2014"));
        assertThat(mails(windeck, "MAYOR"))
                .as("chose the portal alone")
                .noneMatch(it -> it.subject().contains("Beschluss des Kreistags"));
        assertThat(mails(partner, "PARTNER_CONTACT"))
                .filteredOn(it -> it.subject().contains("Beschluss des Kreistags"))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("Sie müssen nichts tun."));
        assertThat(world.deliveries(district, "RESOLUTION_ADOPTED"))
                .extracting(it -> it.organisation() + " " + it.channel() + " " + it.state())
                .containsExactlyInAnyOrder(
                        troisdorf + " MAIL SENT",
                        troisdorf + " PORTAL SENT",
                        windeck + " MAIL SUPPRESSED",
                        windeck + " PORTAL SENT",
                        partner + " MAIL SENT");
    }

    @Test
    void aTownHearsWhetherItGotMoreTimeAndNobodyElseDoes() {
        stakeholder(
                new ReplyExtensionDecided(
                        round.roundId(), caseId, windeck, LocalDate.of(2014, 3, 18), 2));
        stakeholder(new ReplyExtensionDecided(round.roundId(), caseId, troisdorf, null, 3));
        pump.all();
        assertThat(mails(windeck, "MAYOR"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.text())
                                .contains("bis zum 18.03.2014, 24:00 Uhr")
                                .contains("kann nicht abbestellt werden"));
        assertThat(mails(troisdorf, "MAYOR"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.text())
                                .contains("nicht entsprechen")
                                .doesNotContain("18.03.2014"));
        assertThat(withMailOff(windeck, "EXTENSION_DECIDED")).as("statutory").isEqualTo(422);
    }

    @Test
    void codedReasonsAreShownToTheirTownAndNeverInTheMail() {
        stakeholder(
                new ReasonsCoded(
                        round.roundId(),
                        caseId,
                        UUID.randomUUID(),
                        troisdorf,
                        List.of("EXTRA_COST"),
                        4));
        pump.all();
        assertThat(world.deliveries(district, "REASONS_CODED"))
                .extracting(District.Delivery::organisation)
                .containsOnly(troisdorf);
        assertThat(mails(troisdorf, "MAYOR"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.subject() + it.text() + it.html())
                                .contains("widersprechen")
                                .doesNotContainIgnoringCase("extra_cost")
                                .doesNotContainIgnoringCase("mehrkosten"));
    }

    @Test
    void theSynopsisIsToldToTheTownsThatWereAsked() {
        stakeholder(
                new SynopsisReleased(
                        round.roundId(), caseId, 1, LocalDate.of(2014, 3, 7), List.of(), 5));
        assertThat(world.deliveries(district, "SYNOPSIS_RELEASED"))
                .extracting(it -> it.organisation() + " " + it.function() + " " + it.channel())
                .containsExactlyInAnyOrder(
                        troisdorf + " MAYOR MAIL",
                        troisdorf + " MAYOR PORTAL",
                        troisdorf + " OFFICIAL PORTAL",
                        windeck + " MAYOR MAIL",
                        windeck + " MAYOR PORTAL",
                        windeck + " OFFICIAL PORTAL");
    }

    private void committee() {
        world.awaitHandled(
                "notification.applications",
                world.tell(
                        district,
                        ResolutionAdopted.TOPIC,
                        caseId,
                        resolution("KREISAUSSCHUSS", LocalDate.of(2014, 3, 10))));
    }

    private ResolutionAdopted resolution(String body, LocalDate on) {
        return new ResolutionAdopted(caseId, UUID.randomUUID(), body, on, "ADOPTED_MAJORITY", 9);
    }

    private void withoutMail(String town, String notice) {
        assertThat(withMailOff(town, notice)).isEqualTo(200);
    }

    private int withMailOff(String town, String notice) {
        return mvc.put()
                .uri("/api/notification/v1/preferences")
                .header("Authorization", "Bearer " + Tokens.mayor(town))
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"version\":0,\"items\":[{\"function\":\"MAYOR\",\"notice\":\""
                                + notice
                                + "\",\"enabled\":false}]}")
                .exchange()
                .getResponse()
                .getStatus();
    }

    private void stakeholder(Object event) {
        world.awaitHandled(
                "notification.consultations",
                world.tell(district, ConsultationOpened.TOPIC, round.roundId(), event));
    }

    private static List<Mailbox.Mail> mails(String organisation, String function) {
        return Mailbox.to(District.address(organisation, function));
    }
}
