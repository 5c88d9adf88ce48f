package de.foerderkreis.platform.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a chain as somebody noted it outside the database.
 *
 * @param noted the day it was noted on, where that is known
 */
record NotedHead(long position, String hash, @Nullable LocalDate noted) {

    /** Reads {@code <position>:<hash>}. */
    static NotedHead parse(String text) {
        var parts = text.split(":", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}")) {
            throw new IllegalArgumentException("A head is <position>:<hash>, not " + text);
        }
        return new NotedHead(Long.parseLong(parts[0]), parts[1], null);
    }

    String when() {
        return noted == null ? "" : " on " + noted;
    }
}
