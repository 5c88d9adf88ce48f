package de.foerderkreis.acceptance;

import static de.foerderkreis.acceptance.StoryUpToTheDemoDayTests.one;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.story.Patience;
import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.Story;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps 18 to 21a of the story, as they stand after stage 1 was submitted. */
@Order(10)
@ExtendWith(RunningSystem.class)
class StoryUpToTheSubmissionTests {

    private final Story story = RunningSystem.story();
    private final PortalClient clerk = story.actors().clerk();
    private final String file = "/api/application/v1/cases/" + story.caseId();
    private final String round = "/api/stakeholder/v1/rounds/" + story.roundId();

    @Test
    void step18TheSynopsisIsReleasedAndOneTownRaisesTheBurdenCheck() {
        assertThat(Story.items(clerk.get(round + "/burden-checks").expect(200).json()))
                .singleElement()
                .satisfies(it -> assertThat(it.path("ags").asString()).isEqualTo("05382060"));
        var synopsis = clerk.get(round + "/synopsis").expect(200).json();
        assertThat(synopsis.path("releasedVersion").asInt()).isEqualTo(1);
        assertThat(Story.items(synopsis.path("entries")))
                .filteredOn(it -> it.path("reasons").toString().contains("EXTRA_COST"))
                .hasSize(16);
        assertThat(story.actors().as("mayor-lohmar").get(round + "/synopsis").status())
                .as("published to the towns")
                .isEqualTo(200);
    }

    @Test
    void step18TheDossierIsMadeAndItsPdfIsTheOneThatWasHashed() {
        var dossier =
                one(clerk.get(file + "/dossiers").expect(200).json(), "conceptionVersion", "2");
        assertThat(dossier.path("status").asString()).isEqualTo("READY");
        assertThat(dossier.path("missing")).isEmpty();
        assertThat(dossier.path("pdfSha256").asString()).hasSize(64);
        var pdf =
                clerk.get(file + "/dossiers/" + dossier.path("no").asInt() + "/file.pdf")
                        .expect(200);
        assertThat(pdf.body()).startsWith("%PDF-1.");
    }

    @Test
    void steps19And20TheTimetableIsActive() {
        var council = clerk.get(file + "/council").expect(200).json();
        var supplement = one(council.path("papers"), "number", "V-2014-1-A6");
        assertThat(supplement.path("supplementary").asBoolean()).isTrue();
        var milestones = clerk.get(file + "/milestones").expect(200).json();
        assertThat(one(milestones, "code", "M1").path("actual").asString()).isEqualTo("2014-04-15");
        assertThat(Story.items(milestones))
                .hasSize(6)
                .noneMatch(it -> it.path("status").asString().equals("WAITING"));
    }

    @Test
    void step20aEveryTownIsToldOfTheResolutionOnce() {
        var told =
                Patience.until(
                        "19 mayors have mail about the resolution",
                        () ->
                                Optional.of(
                                                RunningSystem.mails().stream()
                                                        .filter(it ->
                                                                it.path("subject")
                                                                        .asString()
                                                                        .contains("Kreistag"))
                                                        .map(it -> it.path("to").toString())
                                                        .filter(it -> it.contains("mayor-"))
                                                        .toList())
                                        .filter(it -> it.size() >= 19));
        assertThat(told).hasSize(19).doesNotHaveDuplicates();
    }

    @Test
    void step21aTheDeploymentManagementIsEvidence() {
        var r2 =
                Patience.until(
                        "the founding reaches R2",
                        () ->
                                Optional.of(
                                                one(
                                                        clerk.get(file + "/requirements")
                                                                .expect(200)
                                                                .json(),
                                                        "code",
                                                        "R2"))
                                        .filter(it -> !it.path("evidence").isEmpty()));
        assertThat(r2.path("evidence").toString()).contains("DEPLOYMENT_BODY_MINUTES");
    }
}
