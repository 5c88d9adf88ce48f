package de.foerderkreis.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.mail.Pump;
import de.foerderkreis.platformtest.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NotificationTest
class InboxTests {

    private static final String API = "/api/notification/v1";

    @Autowired District world;
    @Autowired Pump pump;
    @Autowired MockMvcTester mvc;

    private final String district = District.fresh();
    private final String town = district + "068";

    @BeforeEach
    void aMayorHasOneMessage() {
        world.emptyQueue();
        var caseId = world.openCase(district);
        world.contact(town, "MAYOR", "HERR", "Max Muster");
        world.awaitContacts(district, 1);
        world.awaitRows(district, "known_case", 1);
        var round = world.round(caseId, List.of(town));
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);
        world.awaitDeliveries(district, "CONSULTATION_OPENED", 3);
    }

    @Test
    void everyHolderOfTheFunctionSeesItAndNobodyElse() {
        assertThat(inbox(Tokens.mayor(town))).bodyJson().extractingPath("$.unread").isEqualTo(1);
        assertThat(inbox(Tokens.mayor(town)))
                .bodyJson()
                .extractingPath("$.messages[0].title")
                .isEqualTo("Bitte um Stellungnahme: Entwurf der Konzeption");
        assertThat(inbox(Tokens.official(town)))
                .bodyJson()
                .extractingPath("$.messages")
                .asArray()
                .hasSize(1);
        assertThat(inbox(Tokens.mayor(district + "004")))
                .bodyJson()
                .extractingPath("$.messages")
                .asArray()
                .isEmpty();
        assertThat(inbox(Tokens.clerk(district)))
                .bodyJson()
                .extractingPath("$.messages")
                .asArray()
                .isEmpty();
        assertThat(inbox(Tokens.mayor(District.fresh() + "068")))
                .bodyJson()
                .extractingPath("$.messages")
                .asArray()
                .isEmpty();
        assertThat(inbox(Tokens.reviewer("05-mais"))).hasStatusOk();
        assertThat(mvc.get().uri(API + "/inbox")).hasStatus(401);
    }

    @Test
    void readIsAMatterOfEachPerson() {
        var deputy =
                Tokens.custom().organisations(town).roles("mayor").subject("the-deputy").sign();
        var id = messageId();
        assertThat(post("/inbox/" + id + "/read", Tokens.mayor(district + "004"))).hasStatus(404);
        assertThat(post("/inbox/" + id + "/read", Tokens.mayor(town))).hasStatus(204);
        assertThat(post("/inbox/" + id + "/read", Tokens.mayor(town)))
                .as("twice is once")
                .hasStatus(204);
        assertThat(inbox(Tokens.mayor(town))).bodyJson().extractingPath("$.unread").isEqualTo(0);
        assertThat(inbox(deputy)).bodyJson().extractingPath("$.unread").isEqualTo(1);
        assertThat(post("/inbox/read-all", deputy))
                .bodyJson()
                .extractingPath("$.read")
                .isEqualTo(1);
        assertThat(inbox(deputy)).bodyJson().extractingPath("$.unread").isEqualTo(0);
    }

    @Test
    void statutoryNoticesCannotBeSwitchedOffAndOthersCan() {
        var mayor = Tokens.mayor(town);
        assertThat(put(mayor, 0, "CONSULTATION_OPENED", false))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:preference-mandatory");
        assertThat(put(mayor, 0, "STATEMENT_LATE", false)).as("no mayor gets that").hasStatus(422);
        assertThat(put(mayor, 0, "STATEMENT_RECEIPT", false))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[?(@.notice == 'STATEMENT_RECEIPT')].enabled")
                .asArray()
                .containsExactly(false);
        assertThat(put(mayor, 0, "STATEMENT_RECEIPT", true))
                .as("somebody changed it since")
                .hasStatus(409);
        pump.all();
        assertThat(world.deliveries(district, "CONSULTATION_OPENED"))
                .filteredOn(it -> it.channel().equals("MAIL"))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo("SENT"));
    }

    @Test
    void whatAFunctionDoesNotWantByMailStaysInItsInbox() {
        assertThat(put(Tokens.mayor(town), 0, "STATEMENT_RECEIPT", false)).hasStatusOk();
        var statement =
                new de.foerderkreis.contracts.stakeholder.StatementSubmitted(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        town,
                        "REJECT",
                        "PORTAL",
                        java.time.Instant.parse("2014-02-25T09:15:30Z"),
                        1,
                        2,
                        5);
        world.tell(district, ConsultationOpened.TOPIC, statement.roundId(), statement);
        world.awaitDeliveries(district, "STATEMENT_RECEIPT", 2);
        pump.all();
        assertThat(world.deliveries(district, "STATEMENT_RECEIPT"))
                .extracting(District.Delivery::channel, District.Delivery::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("MAIL", "SUPPRESSED"),
                        org.assertj.core.groups.Tuple.tuple("PORTAL", "SENT"));
    }

    @Test
    void theDeliveryViewAnswersWhySomethingDidNotArrive() {
        var mail =
                world.deliveries(district, "CONSULTATION_OPENED").stream()
                        .filter(it -> it.channel().equals("MAIL"))
                        .findFirst()
                        .orElseThrow();
        var clerk = Tokens.clerk(district);
        assertThat(get("/deliveries?organisation=" + town + "&channel=MAIL", clerk))
                .bodyJson()
                .extractingPath("$[*].state")
                .asArray()
                .containsExactly("PENDING");
        assertThat(get("/deliveries/" + mail.id(), clerk))
                .bodyJson()
                .extractingPath("$.why")
                .asString()
                .contains("unterwegs");
        assertThat(get("/deliveries/" + mail.id(), Tokens.admin(district))).hasStatusOk();
        assertThat(get("/deliveries/" + mail.id(), Tokens.clerk(District.fresh()))).hasStatus(404);
        assertThat(get("/deliveries", Tokens.mayor(town))).hasStatus(403);
        assertThat(get("/deliveries?state=NONSENSE", clerk)).hasStatus(400);
        assertThat(page("/nachrichten/zustellung?q=" + town, clerk))
                .hasStatusOk()
                .bodyText()
                .contains("/nachrichten/zustellung/" + mail.id())
                .doesNotContain("??");
        assertThat(page("/nachrichten/zustellung?q=niemand", clerk))
                .bodyText()
                .contains("Keine Nachricht gefunden");
        assertThat(page("/nachrichten/zustellung?state=ATTENTION", clerk)).hasStatusOk();
        assertThat(page("/nachrichten/zustellung/" + mail.id(), clerk))
                .hasStatusOk()
                .bodyText()
                .contains("Warum kam es nicht an?", "Max Muster")
                .doesNotContain("??");
        pump.all();
        assertThat(page("/nachrichten/zustellung/" + mail.id(), clerk))
                .bodyText()
                .contains("Versuch 1: vom Mailserver angenommen");
        assertThat(page("/nachrichten/zustellung", Tokens.mayor(town))).hasStatus(403);
    }

    @Test
    void thePagesWorkWithoutScripts() {
        var mayor = Tokens.mayor(town);
        assertThat(page("/nachrichten", mayor))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Ungelesen",
                        "Bitte um Stellungnahme: Entwurf der Konzeption",
                        "50.2-KI-2012",
                        "/nachrichten/" + messageId() + "/gelesen")
                .doesNotContain("??");
        assertThat(form("/nachrichten/" + messageId() + "/gelesen", mayor))
                .hasStatus3xxRedirection();
        assertThat(page("/nachrichten", mayor)).bodyText().contains("Alles gelesen.");
        assertThat(page("/nachrichten", Tokens.partner(district + "-caritas")))
                .bodyText()
                .contains("Keine Nachrichten");
        assertThat(page("/nachrichten/einstellungen", mayor))
                .hasStatusOk()
                .bodyText()
                .contains("gehört zum Verfahren, kommt immer", "MAYOR.STATEMENT_RECEIPT")
                .doesNotContain("??");
        assertThat(form("/nachrichten/einstellungen?version=0&mail=MAYOR.STATEMENT_RECEIPT", mayor))
                .hasStatus3xxRedirection();
        assertThat(page("/nachrichten/einstellungen", Tokens.partner(district + "-caritas")))
                .bodyText()
                .contains("Nichts einzustellen");
        assertThat(page("/demo", mayor))
                .hasStatusOk()
                .bodyText()
                .contains("Demo-Uhr")
                .doesNotContain("??");
        assertThat(form("/demo/clock/to?date=nonsense", mayor))
                .hasStatus(422)
                .bodyText()
                .contains("Bitte geben Sie einen Tag an");
        assertThat(form("/demo/clock/to?date=2001-01-01", mayor))
                .hasStatus(422)
                .bodyText()
                .contains("2001-01-01");
    }

    private UUID messageId() {
        return world.deliveries(district, "CONSULTATION_OPENED").stream()
                .filter(it -> it.channel().equals("PORTAL") && it.function().equals("MAYOR"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private MvcTestResult put(String token, long version, String notice, boolean enabled) {
        return mvc.put()
                .uri(API + "/preferences")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"version\":%d,\"items\":[{\"function\":\"MAYOR\",\"notice\":\"%s\",\"enabled\":%s}]}"
                                .formatted(version, notice, enabled))
                .exchange();
    }

    private MvcTestResult inbox(String token) {
        return get("/inbox", token);
    }

    private MvcTestResult get(String path, String token) {
        return mvc.get()
                .uri(API + path)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .exchange();
    }

    private MvcTestResult post(String path, String token) {
        return mvc.post().uri(API + path).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult page(String address, String token) {
        return mvc.get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .exchange();
    }

    private MvcTestResult form(String address, String token) {
        return mvc.post()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .exchange();
    }
}
