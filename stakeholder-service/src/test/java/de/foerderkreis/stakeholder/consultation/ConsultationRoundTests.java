package de.foerderkreis.stakeholder.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsultationRoundTests {

    private static final LocalDate SENT = LocalDate.of(2014, 2, 17);
    private static final LocalDate DUE = LocalDate.of(2014, 3, 4);
    private static final Instant OPENING = Instant.parse("2014-02-17T09:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2014-03-04T23:00:00Z");

    private final ConsultationRound prepared = prepared(DUE);

    @Test
    void endsAtMidnightAfterItsDueDayInBerlin() {
        assertThat(prepared.endsAt()).isEqualTo(MIDNIGHT);
    }

    @Test
    void isOnTimeToTheLastSecond() {
        assertThat(prepared.inTime(MIDNIGHT.minusMillis(1))).isTrue();
        assertThat(prepared.inTime(MIDNIGHT)).isFalse();
    }

    @Test
    void theNightWithTwentyFiveHoursShiftsNoDeadline() {
        assertThat(prepared(LocalDate.of(2014, 10, 26)).endsAt())
                .isEqualTo(Instant.parse("2014-10-26T23:00:00Z"));
    }

    @Test
    void cannotBeOpenedTwice() {
        var open = prepared.open(SENT, OPENING, null);

        assertThat(open.status()).isEqualTo(RoundStatus.OPEN);
        refuses("round-state", () -> open.open(SENT, OPENING, null));
    }

    @Test
    void cannotBeOpenedWhenItsDueDayIsOver() {
        refuses("due-day-over", () -> prepared.open(SENT, MIDNIGHT, null));
    }

    @Test
    void cannotBeDueBeforeItWasSent() {
        refuses("due-before-sent", () -> prepared.open(DUE, OPENING, null));
    }

    @Test
    void closesAtTheEndOfItsDueDayAndNotBefore() {
        var open = prepared.open(SENT, OPENING, null);

        refuses("deadline-runs", () -> open.close(MIDNIGHT.minusNanos(1), null));
        assertThat(open.close(MIDNIGHT, null).status()).isEqualTo(RoundStatus.CLOSED_FOR_REPLY);
    }

    @Test
    void isExtendedOnlyForwardAndOnlyWhileTheDeadlineRuns() {
        var open = prepared.open(SENT, OPENING, null);

        assertThat(open.extend(DUE.plusDays(7), OPENING).dueOn()).isEqualTo("2014-03-11");
        refuses("not-an-extension", () -> open.extend(DUE, OPENING));
        refuses("deadline-over", () -> open.extend(DUE.plusDays(7), MIDNIGHT));
        refuses("round-state", () -> prepared.extend(DUE.plusDays(7), OPENING));
    }

    @Test
    void isCancelledOnlyBeforeItWasSent() {
        assertThat(prepared.cancel().status()).isEqualTo(RoundStatus.CANCELLED);
        refuses("round-state", () -> prepared.open(SENT, OPENING, null).cancel());
    }

    @Test
    void namesTheFieldsThatChangedSinceSomebodyLooked() {
        var extended = prepared.open(SENT, OPENING, null).extend(DUE.plusDays(7), OPENING);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> extended.requireSeen(1))
                .satisfies(problem ->
                        assertThat(problem.properties())
                                .containsEntry("changedFields", List.of("dueOn")));
    }

    private static void refuses(String type, Runnable act) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(act::run)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static ConsultationRound prepared(LocalDate dueOn) {
        return new ConsultationRound(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "KI",
                RoundKind.DRAFT_OPINION,
                AgreementMode.OPINION,
                SilenceMeans.NO_REPLY,
                RoundStatus.PREPARED,
                null,
                dueOn,
                List.of(7, 2),
                0,
                null,
                null,
                null,
                null,
                0,
                FieldVersions.NONE);
    }
}
