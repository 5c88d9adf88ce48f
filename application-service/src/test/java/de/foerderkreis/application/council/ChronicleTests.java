package de.foerderkreis.application.council;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.application.fundingcase.Recording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChronicleTests {

    static final LocalDate DAY = LocalDate.of(2014, 3, 20);
    static final Recording RECORDING = new Recording(Instant.EPOCH, "COUNCIL_SECRETARY", false);

    final UUID caseId = UUID.randomUUID();
    final UUID meetingId = UUID.randomUUID();

    @Test
    void aTownIsToldWhatTheKreistagAdoptedInPublicAndNothingElse() {
        var open = item(true);
        var closed = item(false);
        var meeting =
                new Meeting(
                        meetingId,
                        caseId,
                        Body.KREISTAG,
                        DAY,
                        null,
                        List.of(open, closed),
                        RECORDING);
        var adopted = resolution(Body.KREISTAG, Outcome.ADOPTED_MAJORITY, open.id());
        var alone = resolution(Body.KREISTAG, Outcome.ADOPTED_UNANIMOUS, null);
        var told =
                new Chronicle(
                                List.of(),
                                List.of(meeting),
                                List.of(),
                                List.of(
                                        adopted,
                                        alone,
                                        resolution(
                                                Body.KREISTAG,
                                                Outcome.ADOPTED_MAJORITY,
                                                closed.id()),
                                        resolution(Body.KREISTAG, Outcome.REJECTED, open.id()),
                                        resolution(
                                                Body.KREISAUSSCHUSS,
                                                Outcome.ADOPTED_MAJORITY,
                                                null)))
                        .told();
        assertThat(told.resolutions()).containsExactly(adopted, alone);
        assertThat(told.meetings()).isEmpty();
    }

    private AgendaItem item(boolean publicItem) {
        return new AgendaItem(
                UUID.randomUUID(),
                meetingId,
                publicItem ? "1" : "2",
                "Zentrum",
                publicItem,
                Competence.DECISION,
                null,
                List.of(),
                Outcome.ADOPTED_MAJORITY,
                null,
                null,
                null,
                1);
    }

    private Resolution resolution(Body body, Outcome outcome, @Nullable UUID item) {
        return new Resolution(
                UUID.randomUUID(),
                caseId,
                body,
                DAY,
                outcome,
                "Einrichtung",
                null,
                Resolves.APPLICATION,
                item,
                RECORDING);
    }
}
