package de.foerderkreis.stakeholder.reference;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.notification.NotificationSent;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What other services tell, once, twice or in the wrong order. */
@StakeholderTest
class CopiesTests {

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;

    private Story story;

    @BeforeEach
    void standOnTheDayOfTheLetter() {
        clock.at("2014-02-17T09:00:00Z");
        story = Story.inFreshDistrict(portal);
    }

    @Test
    void aCaseKeepsItsNewestTitleHoweverOftenAndLateTheOthersCome() {
        var prepared = story.prepareRound();
        var caseId = UUID.fromString(prepared.get("caseId").asString());
        var newest = state(caseId, "Neuer Titel", 5);
        var id = UUID.randomUUID();

        wire.send(story.district(), CaseState.TOPIC, caseId.toString(), id, newest);
        wire.send(story.district(), CaseState.TOPIC, caseId.toString(), id, newest);
        wire.send(
                story.district(),
                CaseState.TOPIC,
                caseId.toString(),
                UUID.randomUUID(),
                state(caseId, "Alter Titel", 4));
        wire.send(
                story.district(),
                CaseState.TOPIC,
                caseId.toString(),
                UUID.randomUUID(),
                state(caseId, "Neuester Titel", 6));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> titleOf(prepared).equals("Neuester Titel"));
    }

    @Test
    void aLetterThatLeftIsDeliveredOnce() {
        portal.ok(
                portal.post(
                        story.clerk(),
                        "/office-holders",
                        with(
                                "organisation", story.ags("068"),
                                "function", "MAYOR",
                                "salutation", "HERR",
                                "name", "Alex Muster",
                                "email", "mayor@town.example",
                                "validFrom", "2009-10-21")));
        var round = story.openRound();
        var opened = wire.await(story.district(), ConsultationOpened.class, 1).getFirst().body();
        var contact = contactOf(opened);
        var first =
                new NotificationSent(
                        UUID.randomUUID(),
                        contact,
                        "ConsultationOpened",
                        "MAIL",
                        Instant.parse("2014-02-17T09:01:00Z"),
                        1);
        var id = UUID.randomUUID();

        wire.send(
                story.district(), NotificationSent.TOPIC, first.deliveryId().toString(), id, first);
        wire.send(
                story.district(), NotificationSent.TOPIC, first.deliveryId().toString(), id, first);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        "DELIVERED"
                                .equals(
                                        portal.ok(
                                                        portal.get(
                                                                story.mayor("068"),
                                                                "/rounds/" + round))
                                                .get("own")
                                                .get("state")
                                                .asString()));
        assertThat(
                        portal.ok(portal.get(story.mayor("076"), "/rounds/" + round))
                                .get("own")
                                .get("state")
                                .asString())
                .isEqualTo("SENT");
    }

    private String titleOf(JsonNode prepared) {
        var title =
                portal.ok(portal.get(story.clerk(), "/rounds/" + prepared.get("id").asString()))
                        .get("caseTitle");
        return title == null || title.isNull() ? "" : title.asString();
    }

    private static UUID contactOf(JsonNode opened) {
        for (var addressee : opened.get("addressees")) {
            var contact = addressee.get("contactId");
            if (contact != null && !contact.isNull()) {
                return UUID.fromString(contact.asString());
            }
        }
        throw new AssertionError("no contact");
    }

    private static CaseState state(UUID caseId, String title, long version) {
        return new CaseState(
                caseId,
                title,
                "50.2-KI-2012",
                "KI-2012",
                "PREPARATION",
                LocalDate.of(2012, 10, 2),
                version);
    }
}
