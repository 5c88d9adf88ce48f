package de.foerderkreis.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.Mailbox;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.mail.Pump;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NotificationTest
class SubscriptionTests {

    @Autowired District world;
    @Autowired Pump pump;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvcTester mvc;

    private final String district = District.fresh();
    private final String partner = district + "-caritas";
    private final String address = District.address(partner, "PARTNER_CONTACT");
    private UUID caseId;
    private UUID contact;

    @BeforeEach
    void aPartnerIsEntered() {
        world.emptyQueue();
        caseId = world.openCase(district);
        contact =
                world.partner(
                        partner, "Kim Offen", false, "ConsultationOpened", "ApplicationSubmitted");
        world.awaitContacts(district, 1);
        world.awaitRows(district, "known_case", 1);
        pump.all();
    }

    @Test
    void asksFirstAndTellsOnlyAfterTheConfirmation() {
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject())
                            .isEqualTo(
                                    "Bitte bestätigen: Möchten Sie Nachrichten vom Kreis bekommen?");
                    assertThat(mail.text())
                            .contains(
                                    "  - Eine Beteiligung beginnt", "  - Ein Antrag ist gestellt");
                    assertThat(mail.unsubscribe())
                            .isEqualTo("<http://localhost:8080" + mail.link() + ">");
                });
        aRoundOpens();
        pump.all();
        assertThat(mails()).as("nothing before it confirmed").hasSize(1);

        var link = mails().getFirst().link();
        assertThat(look(link))
                .hasStatusOk()
                .bodyText()
                .contains("Möchten Sie Nachrichten vom Kreis bekommen?", "Name von " + partner);
        assertThat(look(link))
                .as("looking changes nothing")
                .bodyText()
                .contains("Ja, Nachrichten bestellen");
        assertThat(post(link, "choose", "CONSULTATION_OPENED")).hasStatus3xxRedirection();
        assertThat(look(link))
                .bodyText()
                .contains(
                        "Vielen Dank. Sie haben die Nachrichten bestellt.",
                        "Eine Beteiligung beginnt");

        aRoundOpens();
        pump.all();
        assertThat(mails())
                .hasSize(2)
                .last()
                .satisfies(mail -> {
                    assertThat(mail.subject()).contains("Bitte um Stellungnahme");
                    assertThat(mail.text())
                            .contains("Sie müssen nichts tun.")
                            .doesNotContain("/beteiligung/");
                });
    }

    @Test
    void aLinkWorksOnce() {
        var link = mails().getFirst().link();
        assertThat(post(link, "choose", "CONSULTATION_OPENED")).hasStatus3xxRedirection();
        assertThat(post(link, "end")).hasStatus(409);
        assertThat(state()).isEqualTo("CONFIRMED");
        assertThat(look(link)).bodyText().contains("Neuen Link per E-Mail schicken");
    }

    @Test
    void everyNoticeCarriesALinkToChangeOrEnd() {
        post(mails().getFirst().link(), "choose", "CONSULTATION_OPENED", "APPLICATION_SUBMITTED");
        aRoundOpens();
        pump.all();
        var link = mails().getLast().link();
        assertThat(look(link))
                .bodyText()
                .contains("Ihre Nachrichten vom Kreis", "Änderung speichern");
        assertThat(post(link, "end")).hasStatus3xxRedirection();
        assertThat(state()).isEqualTo("ENDED");
        aRoundOpens();
        pump.all();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void whatIsUnderWayIsHeldBackOnceItWasEnded() {
        post(mails().getFirst().link(), "choose", "CONSULTATION_OPENED");
        aRoundOpens();
        pump.all();
        var link = mails().getLast().link();
        aRoundOpens();
        post(link, "end");
        pump.all();
        assertThat(mails()).hasSize(2);
        assertThat(world.deliveries(district, "CONSULTATION_OPENED"))
                .filteredOn(it -> it.state().equals("SUPPRESSED"))
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo("SUBSCRIPTION_ENDED"));
    }

    @Test
    void anExpiredLinkIsReplacedByMailToTheSameAddress() {
        var link = mails().getFirst().link();
        world.in(district, () -> jdbc.sql("update link set expires_at = '2014-01-01'").update());
        assertThat(look(link)).bodyText().contains("Dieser Link gilt nicht mehr.");
        assertThat(post(link, "choose", "CONSULTATION_OPENED")).hasStatus(409);
        assertThat(post(link, "renew")).hasStatus3xxRedirection();
        pump.all();
        assertThat(mails()).hasSize(2);
        assertThat(post(mails().getLast().link(), "choose", "CONSULTATION_OPENED"))
                .hasStatus3xxRedirection();
        assertThat(state()).isEqualTo("CONFIRMED");
    }

    @Test
    void aTamperedLinkIsNoLink() {
        var link = mails().getFirst().link();
        assertThat(look(link.substring(0, link.length() - 5) + "AAAAA")).hasStatus(404);
        assertThat(post("/l/n/nonsense", "end")).hasStatus(404);
        assertThat(state()).isEqualTo("ASKED");
    }

    @Test
    void aNewAddressHasToConfirmAnew() {
        post(mails().getFirst().link(), "choose", "CONSULTATION_OPENED");
        world.in(
                district,
                () -> jdbc.sql("update subscription set address_hash = 'another'").update());
        world.contact(
                contact,
                partner,
                "PARTNER_CONTACT",
                "NEUTRAL",
                "Kim Offen",
                "de",
                List.of("ConsultationOpened"),
                false);
        org.awaitility.Awaitility.await().until(() -> state().equals("ASKED"));
        pump.all();
        assertThat(mails())
                .hasSize(2)
                .last()
                .satisfies(it -> assertThat(it.subject()).startsWith("Bitte bestätigen"));
    }

    @Test
    void nothingOfAnErasedContactStays() {
        world.erase(district, contact);
        org.awaitility.Awaitility.await().until(() -> world.count(district, "contact") == 0);
        assertThat(world.count(district, "subscription")).isZero();
        assertThat(world.count(district, "link")).isZero();
        assertThat(look(mails().getFirst().link())).hasStatus(404);
    }

    private void aRoundOpens() {
        var round = world.round(caseId, List.of(district + "068"));
        world.awaitHandled(
                "notification.consultations",
                world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round));
    }

    private List<Mailbox.Mail> mails() {
        return Mailbox.to(address);
    }

    private String state() {
        return world.in(
                district,
                () -> jdbc.sql("select state from subscription").query(String.class).single());
    }

    private MvcTestResult look(String link) {
        return mvc.get()
                .uri(link)
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .exchange();
    }

    private MvcTestResult post(String link, String action, String... notices) {
        var request = mvc.post().uri(link).param("action", action).header("Accept", "text/html");
        return notices.length == 0
                ? request.exchange()
                : request.param("notice", notices).exchange();
    }
}
