package de.foerderkreis.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every act the service records, and every thing it happens to, has a word in both languages. */
class AuditWordsTests {

    private static final Pattern RECORDED =
            Pattern.compile("\\baudit\\.record\\(\\s*([^,]+?)\\s*,\\s*\"([a-z-]+)\"\\s*,");
    private static final Pattern CALL = Pattern.compile("\\baudit\\.record\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z.-]+)\"");
    // The two places that pass an act on: whoever calls them names it.
    private static final Pattern CASE_ACT = Pattern.compile("\"(case\\.[a-z-]+)\"");
    private static final Pattern STEP =
            Pattern.compile(
                    "\\bledger\\.take\\(\\s*(?:held|ledger\\.hold\\([^)]*\\)),"
                            + "\\s*\"([a-z-]+)\"\\s*,");
    private static final Pattern TAKE = Pattern.compile("\\bledger\\.take\\(");

    @Test
    void noActIsWithoutAWord() {
        var keys = new TreeSet<String>();
        for (var source : sources()) {
            assertThat(count(RECORDED, source)).as(source).isEqualTo(count(CALL, source));
            assertThat(count(STEP, source)).as(source).isEqualTo(count(TAKE, source));
            RECORDED.matcher(source)
                    .results()
                    .forEach(it -> {
                        keys.add("audit.object." + it.group(2));
                        var act = LITERAL.matcher(it.group(1));
                        if (act.matches()) {
                            keys.add("audit.action." + act.group(1));
                        } else {
                            assertThat(it.group(1)).isIn("action", "\"application.\" + action");
                        }
                    });
            CASE_ACT.matcher(source)
                    .results()
                    .forEach(it -> keys.add("audit.action." + it.group(1)));
            STEP.matcher(source)
                    .results()
                    .forEach(it -> keys.add("audit.action.application." + it.group(1)));
        }
        assertThat(keys).contains("audit.action.case.edited", "audit.action.application.submitted");
        for (var file : List.of("application.properties", "application_en.properties")) {
            assertThat(words(file).stringPropertyNames()).as(file).containsAll(keys);
        }
    }

    private static long count(Pattern pattern, String source) {
        return pattern.matcher(source).results().count();
    }

    private static List<String> sources() {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            var sources = new ArrayList<String>();
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties words(String file) {
        var words = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src", "main", "resources", "i18n", file))) {
            words.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
