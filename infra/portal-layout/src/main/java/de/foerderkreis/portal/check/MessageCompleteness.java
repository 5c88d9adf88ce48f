package de.foerderkreis.portal.check;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds what a reader would stumble over in the texts and templates of one service: a text that
 * exists in one language only, one a template asks for in vain, German in the English file,
 * placeholders that differ, a sentence written into a template.
 *
 * <pre>new MessageCompleteness("finance").verify();</pre>
 */
public final class MessageCompleteness {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern USED = Pattern.compile("#\\{([A-Za-z][\\w.-]*)(?=[}(])");
    private static final Pattern GERMAN =
            Pattern.compile(
                    "\\b(der|die|das|und|oder|nicht|für|mit|eine[mnrs]?|ist|wird|werden|bitte|keine|noch|bis|vom|zum|zur|Frist|Kommune|Kommunen)\\b");

    /** A long text may be a template of its own in each language. */
    private static final Pattern ONE_LANGUAGE = Pattern.compile("(.+)_(de|en)\\.html");

    private static final Pattern UNFINISHED = Pattern.compile("TODO|FIXME|XXX|\\?\\?\\?");

    private final String service;
    private final PathMatchingResourcePatternResolver resources =
            new PathMatchingResourcePatternResolver();

    /**
     * @param service name of the bundle and of the folder of templates, e.g. {@code finance}
     */
    public MessageCompleteness(String service) {
        this.service = service;
    }

    /** Fails with every finding at once. */
    public void verify() {
        var findings = findings();
        if (!findings.isEmpty()) {
            throw new AssertionError(
                    findings.size()
                            + " findings in texts and templates of "
                            + service
                            + ":\n  "
                            + String.join("\n  ", findings));
        }
    }

    /** One sentence per finding, in a stable order. */
    public List<String> findings() {
        var findings = new ArrayList<String>();
        var german = bundle("");
        var english = bundle("_en");
        if (german.isEmpty()) {
            findings.add(
                    "no texts: neither i18n/"
                            + service
                            + ".properties nor i18n/"
                            + service
                            + "/messages.properties");
        }
        compare(german, english, findings);
        templates(german, findings);
        return findings;
    }

    private static void compare(Properties german, Properties english, List<String> findings) {
        for (var key : new TreeSet<>(german.stringPropertyNames())) {
            var text = german.getProperty(key);
            var translation = english.getProperty(key);
            if (UNFINISHED.matcher(text).find() || text.isBlank()) {
                findings.add(key + ": German text is unfinished");
            }
            if (translation == null) {
                findings.add(key + ": no English text");
                continue;
            }
            if (UNFINISHED.matcher(translation).find() || translation.isBlank()) {
                findings.add(key + ": English text is unfinished");
            }
            if (GERMAN.matcher(translation).find()
                    || translation.equals(text) && text.contains(" ") && text.length() > 20) {
                findings.add(key + ": English text is German: " + translation);
            }
            if (!placeholders(text).equals(placeholders(translation))) {
                findings.add(key + ": placeholders differ");
            }
            if (!placeholders(text).isEmpty()
                    && (text.contains("'") || translation.contains("'"))) {
                findings.add(
                        key + ": write ’ instead of ', which swallows text beside a placeholder");
            }
        }
        for (var key : new TreeSet<>(english.stringPropertyNames())) {
            if (!german.containsKey(key)) {
                findings.add(key + ": no German text");
            }
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void templates(Properties own, List<String> findings) {
        var known = new TreeSet<>(own.stringPropertyNames());
        known.addAll(load("i18n/portal.properties").stringPropertyNames());
        for (var template : templates()) {
            var name = template.getFilename();
            var content = content(template);
            USED.matcher(content)
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .sorted()
                    .forEach(key -> {
                        if (!known.contains(key)) {
                            findings.add(name + ": asks for the unknown text " + key);
                        }
                    });
            var whole = name == null ? null : ONE_LANGUAGE.matcher(name);
            var oneLanguage = whole != null && whole.matches();
            TemplateRules.check(content).stream()
                    .filter(fault -> !oneLanguage || !fault.startsWith(TemplateRules.ONE_LANGUAGE))
                    .forEach(fault -> findings.add(name + ": " + fault));
            if (whole != null && oneLanguage) {
                var other =
                        whole.group(1) + (whole.group(2).equals("de") ? "_en.html" : "_de.html");
                if (Arrays.stream(templates())
                        .noneMatch(each -> other.equals(each.getFilename()))) {
                    findings.add(name + ": " + other + " is missing");
                }
            }
        }
    }

    private Resource[] templates() {
        try {
            return resources.getResources("classpath*:templates/" + service + "/**/*.html");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties bundle(String language) {
        var all = load("i18n/" + service + language + ".properties");
        all.putAll(load("i18n/" + service + "/messages" + language + ".properties"));
        return all;
    }

    private Properties load(String location) {
        var properties = new Properties();
        var resource = resources.getResource("classpath:" + location);
        if (resource.exists()) {
            try (var reader =
                    new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private static String content(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
