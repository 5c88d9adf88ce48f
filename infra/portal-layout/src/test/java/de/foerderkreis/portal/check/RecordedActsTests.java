package de.foerderkreis.portal.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedActsTests {

    @TempDir Path main;

    @BeforeEach
    void aServiceThatRecordsOneAct() throws IOException {
        Files.createDirectories(main.resolve("java"));
        Files.createDirectories(main.resolve("resources/i18n"));
        source("audit.record(\"round.closed\", \"round\", id, null, null, null);");
        texts(
                "sample.properties",
                "audit.action.round.closed=geschlossen\naudit.object.round=Anhörung");
        texts("sample_en.properties", "audit.action.round.closed=closed\naudit.object.round=round");
    }

    @Test
    void aWordInBothLanguagesIsEnough() {
        assertThatCode(() -> new RecordedActs(main, "sample").verify()).doesNotThrowAnyException();
    }

    @Test
    void namesTheFileAndTheActWithoutAWord() throws IOException {
        texts("sample_en.properties", "audit.object.round=round");

        assertThatThrownBy(() -> new RecordedActs(main, "sample").verify())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("sample_en.properties", "audit.action.round.closed");
    }

    @Test
    void aServiceThatRecordsNothingIsAMistake() throws IOException {
        source("nothing();");

        assertThatThrownBy(() -> new RecordedActs(main, "sample").verify())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("records an act");
    }

    private void source(String text) throws IOException {
        Files.writeString(main.resolve("java/Closing.java"), text);
    }

    private void texts(String file, String text) throws IOException {
        Files.writeString(main.resolve("resources/i18n").resolve(file), text);
    }
}
