package de.foerderkreis.stakeholder.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTextTests {

    @Test
    void fillsWhatIsKnownAndLeavesOtherBracketsAlone() {
        var text = new LetterText("[Anrede] bis [Frist] [1] [siehe unten]", null);

        assertThat(text.unknown()).isEmpty();
        assertThat(text.filled(Map.of("Anrede", "Guten Tag, $1", "Frist", "04.03.2014")))
                .isEqualTo("Guten Tag, $1 bis 04.03.2014 [1] [siehe unten]");
    }

    @Test
    void namesWhatStandsForNothing() {
        assertThat(new LetterText("[Anrede] [Firist] [Firist]", null).unknown())
                .containsExactly("Firist");
    }
}
