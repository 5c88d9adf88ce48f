package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.tally.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a town writes.
 *
 * @param position absent while the town has not made up its mind
 * @param text at most {@value #LONGEST} characters
 */
record Content(@Nullable Position position, List<Reason> reasons, String text) {

    static final int LONGEST = 20_000;
    static final Content EMPTY = new Content(null, List.of(), "");

    Content {
        reasons = reasons.stream().distinct().sorted().toList();
        // A form sends line ends as CR LF, JSON as LF; to compare versions there is one way.
        text = text.replace("\r\n", "\n");
    }

    /** This with some fields as they are in another. */
    Content taking(Collection<String> fields, Content other) {
        return new Content(
                fields.contains("position") ? other.position : position,
                fields.contains("reasons") ? other.reasons : reasons,
                fields.contains("text") ? other.text : text);
    }

    /**
     * What each field was, as a short fingerprint; a form carries it to tell what its author
     * changed.
     */
    Map<String, String> fingerprints() {
        return Map.of(
                "position", fingerprint(String.valueOf(position)),
                "reasons", fingerprint(reasons.toString()),
                "text", fingerprint(text));
    }

    private static String fingerprint(String value) {
        return Integer.toHexString(value.length()) + '-' + Integer.toHexString(value.hashCode());
    }

    List<String> differencesTo(Content other) {
        var fields = new ArrayList<String>();
        if (position != other.position) {
            fields.add("position");
        }
        if (!reasons.equals(other.reasons)) {
            fields.add("reasons");
        }
        if (!text.equals(other.text)) {
            fields.add("text");
        }
        return fields;
    }
}
