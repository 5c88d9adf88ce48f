package de.foerderkreis.portal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessageCompletenessTests {

    @Test
    void theFramesOwnTextsAreComplete() {
        new MessageCompleteness("portal").verify();
    }

    @Test
    void findsEverythingAReaderWouldStumbleOver() {
        var findings = String.join("\n", new MessageCompleteness("broken").findings());

        assertThat(findings)
                .contains("broken.only.german: no English text")
                .contains("broken.only.english: no German text")
                .contains("broken.left: English text is German")
                .contains("broken.todo: German text is unfinished")
                .contains("broken.placeholders: placeholders differ")
                .contains("broken.apostrophe: write ’")
                .contains("asks for the unknown text broken.unknown")
                .contains("text in one language only: Ein Satz in einer Sprache")
                .contains("text in one language only: aria-label=\"Schließen\"")
                .contains("forbids style on <p>")
                .contains("forbids onclick on <button>")
                .contains("forbids <script> with content")
                .contains("a bean (@) inside ~{…}")
                .contains("long_de.html: long_en.html is missing")
                .contains("Thymeleaf ignores th:if beside th:replace")
                .contains("begin with <!DOCTYPE html>")
                .doesNotContain("broken.fine")
                .doesNotContain("Beispiel")
                .doesNotContain("Ein langer Text");
        assertThatThrownBy(() -> new MessageCompleteness("broken").verify())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken.only.german");
    }
}
