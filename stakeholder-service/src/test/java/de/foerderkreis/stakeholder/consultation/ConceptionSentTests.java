package de.foerderkreis.stakeholder.consultation;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.application.ConceptionReleased;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Steps 11a and 12: exactly the released version goes to the towns. */
@StakeholderTest
class ConceptionSentTests {

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;

    @BeforeEach
    void standOnTheDayOfTheLetter() {
        clock.at("2014-02-17T09:00:00Z");
    }

    @Test
    void theLatestReleasedVersionGoesOutWithTheLetter() {
        var story = Story.inFreshDistrict(portal);
        var prepared = story.prepareRound();
        var caseId = UUID.fromString(prepared.get("caseId").asString());
        var round = prepared.get("id").asString();
        release(story, caseId, 2);
        release(story, caseId, 1);
        release(story, caseId, 2);
        var page = "/beteiligung/" + round + "/versand";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(portal.html(portal.page(story.clerk(), page)))
                                .contains("/vorhaben/" + caseId + "/konzeption/2"));

        portal.ok(
                portal.post(
                        story.clerk(),
                        "/rounds/" + round + "/opening",
                        with("version", 0, "withoutConception", false)));

        var opened = wire.await(story.district(), ConsultationOpened.class, 1).getFirst().body();
        assertThat(opened.get("conceptionVersion").asInt()).isEqualTo(2);
        release(story, caseId, 3);
        assertThat(portal.html(portal.page(story.mayor("076"), "/beteiligung/" + round)))
                .contains("/vorhaben/" + caseId + "/konzeption/2");
        var letter = portal.ok(portal.get(story.mayor("076"), "/rounds/" + round + "/letters"));
        assertThat(letter.get(0).get("body").asString()).contains("Konzeption in der Fassung 2");
    }

    @Test
    void withoutAReleasedVersionSomebodyHasToSaySo() {
        var story = Story.inFreshDistrict(portal);
        var opening = "/rounds/" + story.prepareRound().get("id").asString() + "/opening";

        assertThat(
                        portal.post(
                                story.clerk(),
                                opening,
                                with("version", 0, "withoutConception", false)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("withoutConception");
        var opened =
                portal.ok(
                        portal.post(
                                story.clerk(),
                                opening,
                                with("version", 0, "withoutConception", true)));
        assertThat(opened.get("conceptionVersion").isNull()).isTrue();
    }

    private void release(Story story, UUID caseId, int version) {
        wire.send(
                story.district(),
                ConceptionReleased.TOPIC,
                caseId.toString(),
                UUID.randomUUID(),
                new ConceptionReleased(
                        caseId,
                        UUID.randomUUID(),
                        version,
                        "Konzeption",
                        "0".repeat(64),
                        LocalDate.of(2014, 2, 14),
                        version));
    }
}
