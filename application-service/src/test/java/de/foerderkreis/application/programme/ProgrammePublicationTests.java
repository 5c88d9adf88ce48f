package de.foerderkreis.application.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.application.Events;
import de.foerderkreis.application.RunningService;
import de.foerderkreis.contracts.application.ProgrammeState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import tools.jackson.databind.JsonNode;

@RunningService
class ProgrammePublicationTests {

    @Autowired ProgrammeAnnouncer announcer;
    @Autowired Events events;

    @Test
    void aVersionIsAnnouncedOnceHoweverOftenTheServiceStarts() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !announced().isEmpty());
        announcer.run(new DefaultApplicationArguments());
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> announced().size() == 1);
        var state = announced().getFirst();
        assertThat(state.path("grantCapPerYear").asString()).isEqualTo("170000.00");
        assertThat(state.path("maxPosts").asString()).isEqualTo("3.5");
        assertThat(state.path("validTo").asString()).isEqualTo("2017-12-31");
        assertThat(state.path("postCategories"))
                .extracting(it -> it.path("code").asString() + " " + it.path("posts").asInt())
                .containsExactly(
                        "EDUCATION_SPECIALIST 2", "ADMIN_SPECIALIST 1", "ADMIN_ASSISTANT 1");
        assertThat(state.path("postCategories").get(2).path("maxFtePerPost").asString())
                .isEqualTo("0.5");
        assertThat(state.path("authorities"))
                .extracting(it -> it.path("code").asString())
                .containsExactly("MAIS", "BRA", "LAKI");
    }

    private List<JsonNode> announced() {
        return events.read(ProgrammeState.TOPIC, "KI-2012", "ProgrammeState");
    }
}
