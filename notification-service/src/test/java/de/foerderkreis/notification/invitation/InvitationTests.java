package de.foerderkreis.notification.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.InvitationIssued;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.Mailbox;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.mail.Pump;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platformtest.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@NotificationTest
@ExtendWith(OutputCaptureExtension.class)
class InvitationTests {

    @Autowired District world;
    @Autowired Pump pump;
    @Autowired JdbcClient jdbc;
    @Autowired BusinessClock clock;
    @Autowired MockMvcTester mvc;

    private final String district = District.fresh();
    private final String partner = district + "-jobcenter";
    private final String address = District.address(partner, "PARTNER_CONTACT");
    private final UUID contact = UUID.randomUUID();
    private final String token = "tok-" + UUID.randomUUID();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        world.emptyQueue();
        caseId = world.openCase(district);
        world.awaitRows(district, "known_case", 1);
    }

    @Test
    void oneMailBringsTheLinkAndTheTokenIsGoneAfterwards(CapturedOutput output) {
        contactArrives("de");
        var event = issued();
        world.awaitHandled("notification.invitations", event);
        assertThat(sealed()).as("sealed and not readable").isEqualTo(1);
        pump.all();
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject())
                            .isEqualTo(
                                    "[50.2-KI-2012] Bitte bestätigen: Zusammenarbeit bei KI Rhein-Sieg-Kreis");
                    assertThat(mail.text())
                            .contains("http://localhost:8080/l/" + token)
                            .contains("Sie brauchen dafür kein Konto.");
                    assertThat(mail.unsubscribe()).isNull();
                });
        assertThat(sealed()).as("the mail is out").isZero();
        assertNowhere(output);
    }

    @Test
    void theSameInvitationTwiceAndAChangedContactAreOneMail() {
        contactArrives("en");
        var event = UUID.randomUUID();
        send(event);
        send(event);
        world.awaitHandled("notification.invitations", event);
        contactArrives("en");
        var later = issued();
        world.awaitHandled("notification.invitations", later);
        pump.all();
        assertThat(mails())
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text())
                                .contains("You do not need an account.", "/l/" + token));
    }

    @Test
    void anInvitationWaitsForItsContact() {
        world.awaitHandled("notification.invitations", issued());
        assertThat(world.deliveries(district, "COOPERATION_INVITATION")).isEmpty();
        contactArrives("de");
        world.awaitDeliveries(district, "COOPERATION_INVITATION", 1);
        pump.all();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void aMailThatIsUnclearKeepsItsTokenForTheOneWhoSendsAgainButNotBeyondTheLinksEnd() {
        contactArrives("de");
        world.awaitHandled("notification.invitations", issued());
        world.in(district, () -> jdbc.sql("update delivery set state = 'UNCLEAR'").update());
        assertThat(sealed()).isEqualTo(1);
        resend();
        pump.all();
        assertThat(mails()).hasSize(1);
        assertThat(sealed()).isZero();
    }

    @Test
    void afterTheLinksEndNothingIsSentAndTheDeliveryViewSaysWhy() {
        contactArrives("de");
        world.awaitHandled("notification.invitations", issued());
        world.in(
                district,
                () -> {
                    jdbc.sql("update delivery set state = 'UNCLEAR'").update();
                    return jdbc.sql("update invitation set valid_until = '2013-01-01'").update();
                });
        resend();
        pump.all();
        assertThat(mails()).isEmpty();
        assertThat(world.deliveries(district, "COOPERATION_INVITATION"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.state()).isEqualTo("SUPPRESSED");
                    assertThat(it.reason()).isEqualTo("LINK_ENDED");
                });
        assertThat(
                        mvc.get()
                                .uri(
                                        "/nachrichten/zustellung/"
                                                + world.deliveries(
                                                                district, "COOPERATION_INVITATION")
                                                        .getFirst()
                                                        .id())
                                .header("Authorization", "Bearer " + Tokens.clerk(district))
                                .header("Accept", "text/html")
                                .header("Accept-Language", "de"))
                .bodyText()
                .contains("Bitte laden Sie die Partnerorganisation neu ein.")
                .doesNotContain(token);
    }

    @Test
    void nothingOfAnErasedContactStays() {
        contactArrives("de");
        world.awaitHandled("notification.invitations", issued());
        world.erase(district, contact);
        org.awaitility.Awaitility.await().until(() -> world.count(district, "invitation") == 0);
    }

    /** Neither in a log, an event, the trail nor any other table. */
    private void assertNowhere(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain(token);
        world.in(
                district,
                () -> {
                    for (var table :
                            List.of(
                                    "delivery",
                                    "delivery_attempt",
                                    "inbox_message",
                                    "audit_entry",
                                    "outbox",
                                    "happening",
                                    "invitation")) {
                        assertThat(
                                        jdbc.sql(
                                                        "select count(*) from "
                                                                + table
                                                                + " t where t::text like ?")
                                                .param("%" + token + "%")
                                                .query(Integer.class)
                                                .single())
                                .as(table)
                                .isZero();
                    }
                    return 0;
                });
    }

    private void resend() {
        var id = world.deliveries(district, "COOPERATION_INVITATION").getFirst().id();
        assertThat(
                        mvc.post()
                                .uri("/api/notification/v1/deliveries/" + id + "/resend")
                                .header("Authorization", "Bearer " + Tokens.clerk(district)))
                .hasStatus(202);
    }

    private void contactArrives(String language) {
        world.contact(
                contact,
                partner,
                "PARTNER_CONTACT",
                "NEUTRAL",
                "Kim Offen",
                language,
                List.of(),
                false);
        world.awaitContacts(district, 1);
    }

    private UUID issued() {
        var event = UUID.randomUUID();
        send(event);
        return event;
    }

    private void send(UUID event) {
        world.send(
                district,
                InvitationIssued.TOPIC,
                contact.toString(),
                event,
                new InvitationIssued(
                        invitation(), contact, caseId, "COOPERATION", token, until(), 1));
    }

    private UUID invitation() {
        return UUID.nameUUIDFromBytes(token.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Instant until() {
        return clock.now().plus(Duration.ofDays(14));
    }

    private int sealed() {
        return world.in(
                district,
                () ->
                        jdbc.sql("select count(*) from invitation where token is not null")
                                .query(Integer.class)
                                .single());
    }

    private List<Mailbox.Mail> mails() {
        return Mailbox.to(address);
    }
}
