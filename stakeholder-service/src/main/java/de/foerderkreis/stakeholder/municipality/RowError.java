package de.foerderkreis.stakeholder.municipality;

import java.util.List;

/**
 * What is wrong with one cell of an uploaded table.
 *
 * @param row as a spreadsheet counts: the heading is row 1; 0 for the file as a whole
 * @param column heading of the column, empty for the row as a whole
 * @param code message key behind {@code stakeholder.import.}
 */
record RowError(int row, String column, String code, List<Object> arguments) {

    static RowError of(int row, String column, String code, Object... arguments) {
        return new RowError(row, column, code, List.of(arguments));
    }
}
