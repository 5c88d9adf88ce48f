package de.foerderkreis.application.oldfile;

import java.util.Arrays;
import java.util.List;

/**
 * What a column may hold.
 *
 * @param key message key behind {@code application.oldfile.column.}
 * @param words the possible words, German as in the table; empty where it is free text
 */
record OldFileHelp(String key, String heading, String words) {

    static List<OldFileHelp> columns() {
        return Arrays.stream(Column.values())
                .map(it -> new OldFileHelp(it.name(), it.heading(), words(it)))
                .toList();
    }

    private static String words(Column column) {
        return switch (column) {
            case KIND -> RowReading.kinds();
            case BODY -> Words.BODIES.all();
            case OUTCOME -> Words.OUTCOMES.all();
            case RESOLVES -> Words.RESOLVES.all();
            case DATE, NUMBER, SUBJECT, PROPOSERS, PROOF -> "";
        };
    }
}
