package de.foerderkreis.finance.levybase;

import java.util.List;

/**
 * What is wrong at one place of a file.
 *
 * @param row line of the file, the header is 1; 0 means the file as a whole
 * @param column name of the column, empty when the row as a whole is wrong
 * @param code stable; its text is {@code levy-row-<code>} in the problem texts
 * @param args what the text is about
 */
record RowError(int row, String column, String code, List<Object> args) {

    static RowError of(int row, String column, String code, Object... args) {
        return new RowError(row, column, code, List.of(args));
    }
}
