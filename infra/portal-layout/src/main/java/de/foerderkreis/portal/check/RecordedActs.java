package de.foerderkreis.portal.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the acts and objects a service writes to its audit trail and that its audit pages would
 * show as a code, because one of its languages has no word for them.
 *
 * <pre>new RecordedActs(Path.of("src", "main"), "finance").verify();</pre>
 */
public final class RecordedActs {

    private static final Pattern ACT = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");
    private static final Pattern OBJECT =
            Pattern.compile("audit\\.record\\([^;]*?\"([a-z-]+)\"", Pattern.DOTALL);

    private final Path sources;
    private final Path texts;
    private final String service;

    /**
     * @param main the folder with {@code java} and {@code resources/i18n}
     * @param service name of the texts, e.g. {@code finance}
     */
    public RecordedActs(Path main, String service) {
        this.sources = main.resolve("java");
        this.texts = main.resolve("resources").resolve("i18n");
        this.service = service;
    }

    /** Fails with every missing word at once, and where no source records anything. */
    public void verify() {
        var recorded = keys();
        if (recorded.isEmpty()) {
            throw new AssertionError("no source of " + service + " records an act");
        }
        for (var file : List.of(service + ".properties", service + "_en.properties")) {
            var missing = new TreeSet<>(recorded);
            missing.removeAll(words(file).stringPropertyNames());
            if (!missing.isEmpty()) {
                throw new AssertionError(file + " has no word for " + missing);
            }
        }
    }

    /** Keys of all acts and objects named in a class that writes to the trail. */
    private Set<String> keys() {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(sources)) {
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
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return keys;
    }

    private Properties words(String file) {
        var words = new Properties();
        try (var in = Files.newBufferedReader(texts.resolve(file))) {
            words.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
