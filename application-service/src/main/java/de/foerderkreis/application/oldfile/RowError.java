package de.foerderkreis.application.oldfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one cell of an uploaded table.
 *
 * @param row as a spreadsheet counts: the heading is row 1; 0 for the table as a whole
 * @param column heading of the column, empty for the row as a whole
 * @param code message key behind {@code application.oldfile.error.}
 */
record RowError(int row, String column, String code, List<Object> arguments) {

    static RowError of(int row, @Nullable Column column, String code, Object... arguments) {
        return new RowError(row, column == null ? "" : column.heading(), code, List.of(arguments));
    }

    /** Something wrong with the table as a whole. */
    static RowError table(String code, Object... arguments) {
        return of(0, null, code, arguments);
    }

    /** Something wrong with a heading. */
    static RowError heading(String typed, String code) {
        return new RowError(1, typed, code, List.of(typed));
    }
}
