package de.foerderkreis.stakeholder.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a statement was made this way.
 *
 * @param minutes which meeting's minutes, and the page or item in them; needed for what was said
 *     (F64)
 * @param jointWith the other towns that made it together, by AGS
 */
record Evidence(@Nullable String minutes, List<String> jointWith) {

    static final int LONGEST = 300;
    static final Evidence NONE = new Evidence(null, List.of());

    Evidence {
        minutes = minutes == null || minutes.isBlank() ? null : minutes.strip();
        jointWith = jointWith.stream().distinct().sorted().toList();
    }

    /** The same from where another of the towns stands. */
    Evidence seenFrom(String ags, List<String> towns) {
        return new Evidence(minutes, towns.stream().filter(it -> !it.equals(ags)).toList());
    }
}
