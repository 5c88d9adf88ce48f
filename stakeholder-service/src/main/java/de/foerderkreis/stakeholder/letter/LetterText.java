package de.foerderkreis.stakeholder.letter;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with placeholders such as {@code [Frist]}.
 *
 * @param version absent while nobody changed the form text
 */
record LetterText(String text, @Nullable Long version) {

    static final int LONGEST = 10_000;

    /** What may stand in brackets; anything else in brackets is a slip of the pen. */
    static final List<String> PLACEHOLDERS =
            List.of("Anrede", "Kommune", "Gegenstand", "Datum", "Frist", "Konzeption", "Kreis");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[(\\p{L}+)]");

    /** Names in brackets that stand for nothing, as written. */
    List<String> unknown() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !PLACEHOLDERS.contains(it))
                .distinct()
                .toList();
    }

    String filled(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(it ->
                        Matcher.quoteReplacement(values.getOrDefault(it.group(1), it.group())));
    }
}
