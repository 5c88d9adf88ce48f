package de.foerderkreis.application.oldfile;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.application.council.Body;
import de.foerderkreis.application.council.Outcome;
import de.foerderkreis.application.council.Paper;
import de.foerderkreis.application.council.Resolves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void theTableUsesTheWordsOfThePages() throws IOException {
        agree("application.body.", Words.BODIES, Body.values());
        agree("application.outcome.", Words.OUTCOMES, Outcome.values());
        agree("application.paper.type.", Words.PAPERS, Paper.Type.values());
        agree("application.resolves.", Words.RESOLVES, Resolves.values());
    }

    @Test
    void capitalsAndWhatGoesWithoutSayingDoNotMatter() {
        assertThat(Words.OUTCOMES.value("EINSTIMMIG")).contains(Outcome.ADOPTED_UNANIMOUS);
        assertThat(Words.OUTCOMES.value("Zur Kenntnis genommen")).contains(Outcome.NOTED);
        assertThat(Words.OUTCOMES.value("vielleicht")).isEmpty();
        assertThat(Words.OUTCOMES.value("")).isEmpty();
    }

    private static <E extends Enum<E>> void agree(String prefix, Words<E> words, E[] values)
            throws IOException {
        var texts = new Properties();
        var file =
                Path.of("src", "main", "resources", "i18n", "application", "messages.properties");
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        assertThat(words.values().values()).containsExactlyInAnyOrder(values);
        Arrays.stream(values)
                .forEach(it ->
                        assertThat(words.values())
                                .containsEntry(texts.getProperty(prefix + it), it));
    }
}
