package de.foerderkreis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever this service records, its audit pages tell in words and not as a code. */
class AuditWordsTests {

    private static final Pattern ACT = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");
    private static final Pattern OBJECT =
            Pattern.compile("audit\\.record\\([^;]*?\"([a-z-]+)\"", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"notification.properties", "notification_en.properties"})
    void everyRecordedActHasAWord(String file) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/i18n", file))) {
            words.load(reader);
        }

        assertThat(recorded()).isNotEmpty().allMatch(words::containsKey);
    }

    /** The keys of all acts and objects named in a class that writes to the trail. */
    private static Set<String> recorded() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (source.contains("audit.record(")) {
                    ACT.matcher(source)
                            .results()
                            .forEach(it -> keys.add("audit.action." + it.group(1)));
                    OBJECT.matcher(source)
                            .results()
                            .forEach(it -> keys.add("audit.object." + it.group(1)));
                }
            }
        }
        return keys;
    }
}
