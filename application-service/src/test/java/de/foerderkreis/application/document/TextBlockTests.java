package de.foerderkreis.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.application.document.TextBlock.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBlockTests {

    @Test
    void blankLinesPartParagraphsAndMarksMakeLists() {
        assertThat(TextBlock.of("Eins\nund zwei\n\nDrei:\n- a\n- b\n1. x\n2. y\nEnde"))
                .containsExactly(
                        new TextBlock(Kind.PARAGRAPH, List.of("Eins und zwei")),
                        new TextBlock(Kind.PARAGRAPH, List.of("Drei:")),
                        new TextBlock(Kind.BULLETS, List.of("a", "b")),
                        new TextBlock(Kind.NUMBERS, List.of("x", "y")),
                        new TextBlock(Kind.PARAGRAPH, List.of("Ende")));
    }

    @Test
    void aBlankTextHasNoBlocks() {
        assertThat(TextBlock.of("  \n ")).isEmpty();
        assertThat(TextBlock.of(null)).isEmpty();
    }
}
