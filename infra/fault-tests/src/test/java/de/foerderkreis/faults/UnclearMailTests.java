package de.foerderkreis.faults;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.story.Patience;
import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Death between the SMTP server's acceptance and our commit: the row is UNCLEAR and nobody resends
 * it by himself.
 */
@Order(2)
@ExtendWith(ConsultationUnderway.class)
class UnclearMailTests {

    private static final String WINDECK = "05382076";

    private final Story story = ConsultationUnderway.story();
    private final PortalClient clerk = story.actors().clerk();

    @Test
    void aMailWhoseFateIsUnknownWaitsForAPerson() {
        var before = reminders().size();
        ConsultationUnderway.holdAnswersOfTheMailServer(true);
        clerk.post(
                        "/api/stakeholder/v1/rounds/" + story.roundId() + "/reminders",
                        Map.of("ags", List.of(WINDECK)))
                .expect(200, 202, 204);
        var accepted =
                Patience.until(
                                "the mail server has stored the reminder",
                                () ->
                                        Optional.of(reminders())
                                                .filter(it -> it.size() == before + 1))
                        .getLast();

        ConsultationUnderway.stack().kill("notification-service");
        ConsultationUnderway.holdAnswersOfTheMailServer(false);
        ConsultationUnderway.stack().restart("notification-service");

        var unclear =
                Patience.until(
                        "the delivery is UNCLEAR",
                        Duration.ofMinutes(3),
                        () -> deliveries("UNCLEAR").stream().findFirst());
        assertThat(reminders()).as("not sent again by itself").hasSize(before + 1);

        clerk.post(
                        "/api/notification/v1/deliveries/"
                                + unclear.path("id").asString()
                                + "/resend",
                        Map.of())
                .expect(200, 202);
        var again =
                Patience.until(
                                "a person has sent it again",
                                () ->
                                        Optional.of(reminders())
                                                .filter(it -> it.size() == before + 2))
                        .getLast();
        assertThat(again.path("messageId").asString())
                .as("stable, so that the reader's program can drop the copy")
                .isEqualTo(accepted.path("messageId").asString());
    }

    private List<JsonNode> deliveries(String state) {
        return Story.items(
                clerk.get("/api/notification/v1/deliveries?state=" + state).expect(200).json());
    }

    private static List<JsonNode> reminders() {
        return ConsultationUnderway.mails().stream()
                .filter(it ->
                        it.path("subject").asString().contains("Erinnerung:")
                                && it.path("to").toString().contains("mayor-windeck@"))
                .toList();
    }
}
