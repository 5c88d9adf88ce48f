package de.foerderkreis.application.conception;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.application.conception.WordDiff.Kind;
import de.foerderkreis.application.conception.WordDiff.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordDiffTests {

    @Test
    void namesTheChangedWordsOnly() {
        assertThat(WordDiff.of("Frist: 04.03.2014 für alle", "Frist: 11.03.2014 für alle"))
                .containsExactly(
                        new Run(Kind.SAME, "Frist: "),
                        new Run(Kind.REMOVED, "04.03.2014 "),
                        new Run(Kind.ADDED, "11.03.2014 "),
                        new Run(Kind.SAME, "für alle"));
    }

    @Test
    void givesBackBothTextsWhateverChanged() {
        var before = "Eins zwei\n- drei\n\nvier";
        var after = "Eins\n- drei vier fünf\n\nsechs";
        var runs = WordDiff.of(before, after);
        assertThat(text(runs, Kind.REMOVED)).isEqualTo(before);
        assertThat(text(runs, Kind.ADDED)).isEqualTo(after);
        assertThat(WordDiff.of("", "neu")).containsExactly(new Run(Kind.ADDED, "neu"));
        assertThat(WordDiff.of("alt", "")).containsExactly(new Run(Kind.REMOVED, "alt"));
    }

    private static String text(List<Run> runs, Kind with) {
        return runs.stream()
                .filter(it -> it.kind() == Kind.SAME || it.kind() == with)
                .map(Run::text)
                .collect(joining());
    }
}
