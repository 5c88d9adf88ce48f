package de.foerderkreis.stakeholder.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import de.foerderkreis.stakeholder.tally.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementDraftTests {

    private static final Instant NOON = Instant.parse("2014-02-24T11:00:00Z");

    private final StatementDraft draft =
            new StatementDraft(
                    UUID.randomUUID(),
                    StatementDraft.Status.DRAFT,
                    new Content(Position.REJECT, List.of(Reason.EXTRA_COST), "Zu teuer."),
                    NOON,
                    "anna",
                    0,
                    FieldVersions.NONE);

    @Test
    void tellsWhatAColleagueChangedMeanwhile() {
        var later =
                draft.rewritten(new Content(Position.REJECT, List.of(), "Zu teuer."), NOON, "bert")
                        .rewritten(
                                new Content(Position.REJECT, List.of(), "Viel zu teuer."),
                                NOON,
                                "bert");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> later.requireSeen(0))
                .satisfies(it ->
                        assertThat(it.properties())
                                .containsEntry("changedFields", List.of("reasons", "text")));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> later.requireSeen(1))
                .satisfies(it ->
                        assertThat(it.properties())
                                .containsEntry("changedFields", List.of("text")));
    }

    @Test
    void writingTakesTheRequestForSignatureBack() {
        var waiting = draft.awaitingSignature(NOON, "anna");

        assertThat(waiting.status()).isEqualTo(StatementDraft.Status.INTERNAL_SIGN_OFF);
        assertThat(waiting.rewritten(Content.EMPTY, NOON, "anna").status())
                .isEqualTo(StatementDraft.Status.DRAFT);
    }

    @Test
    void nobodySignsWithoutAPosition() {
        var undecided = draft.rewritten(Content.EMPTY, NOON, "anna");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> undecided.awaitingSignature(NOON, "anna"))
                .satisfies(it -> assertThat(it.type()).isEqualTo("position-missing"));
    }

    @Test
    void lineEndsOfAFormAreNoChange() {
        assertThat(
                        new Content(null, List.of(), "a\r\nb")
                                .differencesTo(new Content(null, List.of(), "a\nb")))
                .isEmpty();
    }
}
