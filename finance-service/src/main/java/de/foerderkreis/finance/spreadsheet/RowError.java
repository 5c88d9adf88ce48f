package de.foerderkreis.finance.spreadsheet;

import de.foerderkreis.platform.problem.FieldError;
import java.util.List;

/**
 * What is wrong at one place of a file.
 *
 * @param row line of the file, the header is 1; 0 means the file as a whole
 * @param column name of the column, empty when the row as a whole is wrong
 * @param code stable
 * @param text key of its sentence in the problem texts, without {@code .detail}
 * @param args what the text is about
 */
public record RowError(int row, String column, String code, String text, List<Object> args) {

    public RowError {
        args = List.copyOf(args);
    }

    /** An error files have; its text is {@code levy-row-<code>}. */
    public static RowError of(int row, String column, String code, Object... args) {
        return new RowError(row, column, code, "levy-row-" + code, List.of(args));
    }

    /** A wrong field, where the file says it. */
    public static RowError at(int row, String column, FieldError error) {
        return new RowError(row, column, error.code(), error.code(), error.args());
    }
}
