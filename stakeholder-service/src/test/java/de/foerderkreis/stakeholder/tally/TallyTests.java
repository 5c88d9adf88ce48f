package de.foerderkreis.stakeholder.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Step 16 of the story: 16 against, 2 in favour, 1 silent. */
class TallyTests {

    private static final Map<String, Position> APPROVING =
            Map.of("05382056", Position.APPROVE, "05382068", Position.APPROVE);
    private static final String SILENT = "05382076";

    private final Tally tally = Tally.of(story(true));

    @Test
    void countsHeadsAndKeepsSilenceApart() {
        assertThat(tally.lines())
                .extracting(TallyLine::code)
                .containsExactly("APPROVE", "REJECT", "NO_REPLY");
        assertThat(tally.lines())
                .extracting(line -> line.heads().part())
                .containsExactly(2L, 16L, 1L);
        assertThat(tally.asked()).isEqualTo(19);
        assertThat(tally.onTime()).isEqualTo(18);
    }

    @Test
    void weighsByInhabitants() {
        assertThat(tally.lines())
                .extracting(line -> line.inhabitants().part())
                .containsExactly(127_100L, 438_200L, 18_900L);
        assertThat(tally.lines())
                .extracting(line -> line.inhabitants().percent().toPlainString())
                .containsExactly("21.76", "75.01", "3.24");
    }

    @Test
    void weighsByLevyBase() {
        assertThat(tally.lines())
                .extracting(line -> Objects.requireNonNull(line.levyBase()).part())
                .containsExactly(15_654_885_000L, 47_245_115_000L, 2_130_000_000L);
        assertThat(tally.lines())
                .extracting(
                        line -> Objects.requireNonNull(line.levyBase()).percent().toPlainString())
                .containsExactly("24.07", "72.65", "3.28");
    }

    @Test
    void showsNoLevyColumnWhileOneBaseIsMissing() {
        assertThat(Tally.of(story(false)).lines())
                .extracting(TallyLine::levyBase)
                .containsOnlyNulls();
    }

    @Test
    void roundedPercentagesNeedNotAddUp() {
        assertThat(new Share(1, 3).percent().toPlainString()).isEqualTo("33.33");
        assertThat(new Share(1, 8).percent().toPlainString()).isEqualTo("12.50");
        assertThat(new Share(5, 80_000).percent().toPlainString()).isEqualTo("0.01");
        assertThat(new Share(0, 0).percent().toPlainString()).isEqualTo("0.00");
    }

    private static List<Voice> story(boolean complete) {
        return rows().stream()
                .map(row ->
                        new Voice(
                                row[0],
                                Integer.parseInt(row[3]),
                                !complete && row[0].equals("05382004")
                                        ? null
                                        : (Long.parseLong(row[4]) + Long.parseLong(row[5])) * 100,
                                row[0].equals(SILENT)
                                        ? null
                                        : APPROVING.getOrDefault(row[0], Position.REJECT)))
                .toList();
    }

    private static List<String[]> rows() {
        try (var in =
                Objects.requireNonNull(
                        TallyTests.class.getResourceAsStream("/municipalities.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
