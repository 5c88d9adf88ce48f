package de.foerderkreis.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.Mailbox;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.mail.Pump;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.portal.check.RenderedPage;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@NotificationTest
class DeliveryPagesTests {

    @Autowired District world;
    @Autowired Pump pump;
    @Autowired MockMvcTester mvc;

    private final String district = District.fresh();
    private final String town = district + "068";

    @Test
    void theLifeOfAMailIsFoundByTownAndByPersonAndAnswersWhyItDidNotArrive()
            throws UnsupportedEncodingException {
        world.emptyQueue();
        var caseId = world.openCase(district);
        world.municipality(town, "Troisdorf");
        world.contact(town, "MAYOR", "FRAU", "Erika Beispiel");
        world.awaitContacts(district, 1);
        world.awaitRows(district, "known_municipality", 1);
        world.awaitRows(district, "known_case", 1);
        var round = world.round(caseId, List.of(town));
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);
        world.awaitDeliveries(district, "CONSULTATION_OPENED", 3);
        Mailbox.down();
        try {
            pump.all();
        } finally {
            Mailbox.up();
        }
        assertThat(page("/nachrichten/zustellung?q=Troisd"))
                .contains("Eine Beteiligung beginnt", "Troisdorf");
        assertThat(page("/nachrichten/zustellung?q=Beispiel")).contains("Troisdorf", "E-Mail");
        assertThat(page("/nachrichten/zustellung?q=Lohmar")).contains("Keine Nachricht gefunden");
        var mail =
                world.deliveries(district, "CONSULTATION_OPENED").stream()
                        .filter(it -> it.channel().equals("MAIL"))
                        .findFirst()
                        .orElseThrow();
        assertThat(page("/nachrichten/zustellung/" + mail.id()))
                .contains(
                        "Warum kam es nicht an?",
                        "Der Mailserver war",
                        "Nachricht vermerkt",
                        "Versuch 1: nicht übergeben, angenommen wurde nichts",
                        "Erika Beispiel");
    }

    private String page(String address) throws UnsupportedEncodingException {
        var result =
                mvc.get()
                        .uri(address)
                        .header("Authorization", "Bearer " + Tokens.clerk(district))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "de")
                        .exchange();
        assertThat(result).hasStatusOk();
        var html = result.getResponse().getContentAsString();
        RenderedPage.of(html).verify();
        return html;
    }
}
