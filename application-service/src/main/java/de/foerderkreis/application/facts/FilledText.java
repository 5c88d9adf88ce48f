package de.foerderkreis.application.facts;

import java.util.List;
import java.util.Map;

/**
 * A text with its placeholders filled.
 *
 * @param text what is read
 * @param values what stood in each place, by key
 * @param missing keys whose value is not known yet; the text says so in their place
 */
public record FilledText(String text, Map<String, String> values, List<String> missing) {

    /** What stands in place of a value that is not known yet. */
    public static final String NOT_KNOWN = "noch nicht bekannt";
}
