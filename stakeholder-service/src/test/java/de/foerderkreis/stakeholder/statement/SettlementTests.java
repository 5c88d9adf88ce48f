package de.foerderkreis.stakeholder.statement;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.stakeholder.tally.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettlementTests {

    private static final Instant DEADLINE = Instant.parse("2014-03-04T23:00:00Z");

    private final Statement first = statement(DEADLINE.minusSeconds(3600), false, false);
    private final Statement last = statement(DEADLINE.minusSeconds(60), false, false);
    private final Statement late = statement(DEADLINE.plusSeconds(60), true, false);
    private final Statement supplement = statement(DEADLINE.plusSeconds(90), false, true);

    @Test
    void theLastOneInTimeCountsInWhateverOrderTheyWereEntered() {
        var settlement = new Settlement(List.of(last, first));

        assertThat(settlement.statusOf(last)).isEqualTo(StatementStatus.COUNTED);
        assertThat(settlement.statusOf(first)).isEqualTo(StatementStatus.REPLACED);
        assertThat(settlement.standing()).contains(last);
    }

    @Test
    void aLateOneNeverReplacesOneInTime() {
        var settlement = new Settlement(List.of(first, late));

        assertThat(settlement.statusOf(first)).isEqualTo(StatementStatus.COUNTED);
        assertThat(settlement.statusOf(late)).isEqualTo(StatementStatus.LATE);
        assertThat(settlement.standing()).contains(first);
    }

    @Test
    void anAnnouncedSupplementIsNeitherLateNorCounted() {
        var settlement = new Settlement(List.of(first, supplement));

        assertThat(settlement.statusOf(first)).isEqualTo(StatementStatus.COUNTED);
        assertThat(settlement.statusOf(supplement)).isEqualTo(StatementStatus.SUPPLEMENT);
        assertThat(settlement.standing()).contains(first);
    }

    @Test
    void aTownWithNothingButALateOneIsShownWithIt() {
        assertThat(new Settlement(List.of(late)).standing()).contains(late);
    }

    private static Statement statement(Instant receivedAt, boolean late, boolean supplement) {
        return new Statement(
                UUID.randomUUID(),
                new UUID(0, 1),
                "05382068",
                Position.REJECT,
                List.of(),
                "",
                Channel.LETTER,
                receivedAt,
                receivedAt,
                late,
                supplement,
                null,
                null,
                StatementStatus.REPLACED,
                "",
                Evidence.NONE);
    }
}
