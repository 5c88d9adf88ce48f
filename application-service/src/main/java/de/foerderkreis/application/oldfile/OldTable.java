package de.foerderkreis.application.oldfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of an uploaded table: CSV in UTF-8 with or without byte order mark, separated by
 * semicolon or comma, columns in any order. Rows without any text are left out.
 */
record OldTable(List<Row> rows, List<RowError> errors) {

    /** A case has some dozens of steps; more is another table. */
    static final int MOST_ROWS = 200;

    static final int MOST_BYTES = 200_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * One row.
     *
     * @param number as a spreadsheet shows it
     */
    record Row(int number, Map<Column, String> cells) {

        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    static OldTable read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return broken("too-large", MOST_BYTES / 1000);
        }
        if (isAnotherKindOfFile(bytes)) {
            return broken("not-csv");
        }
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return read(records(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        } catch (CharacterCodingException notUtf8) {
            return broken("encoding");
        } catch (CsvParseException malformed) {
            return broken("malformed");
        }
    }

    /** A workbook (a ZIP), a PDF, and whatever else holds what no text holds. */
    private static boolean isAnotherKindOfFile(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.equals("PK\u0003\u0004") || start.equals("%PDF")) {
            return true;
        }
        for (var it : bytes) {
            if (it == 0) {
                return true;
            }
        }
        return false;
    }

    // Every line is kept, so that a record's place is the row a spreadsheet shows.
    private static List<CsvRecord> records(String content) {
        var heading = content.lines().findFirst().orElse("");
        return CsvReader.builder()
                .fieldSeparator(heading.contains(";") ? ';' : ',')
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(content)
                .stream()
                .toList();
    }

    private static OldTable read(List<CsvRecord> records) {
        if (records.stream().allMatch(OldTable::blank)) {
            return broken("empty");
        }
        var errors = new ArrayList<RowError>();
        var columns = headings(records.getFirst(), errors);
        if (!errors.isEmpty()) {
            return new OldTable(List.of(), errors);
        }
        var rows = new ArrayList<Row>();
        for (var at = 1; at < records.size(); at++) {
            if (!blank(records.get(at))) {
                rows.add(row(at + 1, columns, records.get(at), errors));
            }
        }
        if (rows.isEmpty()) {
            return broken("empty");
        }
        return rows.size() > MOST_ROWS ? broken("too-many", MOST_ROWS) : new OldTable(rows, errors);
    }

    private static List<Optional<Column>> headings(CsvRecord heading, List<RowError> errors) {
        var found = heading.getFields().stream().map(Column::of).toList();
        for (var column : Column.values()) {
            if (!found.contains(Optional.of(column))) {
                errors.add(RowError.heading(column.heading(), "column-missing"));
            }
        }
        for (var at = 0; at < found.size(); at++) {
            var typed = heading.getField(at).strip();
            if (found.get(at).isEmpty() && !typed.isEmpty()) {
                errors.add(RowError.heading(typed, "column-unknown"));
            } else if (found.get(at).isPresent() && found.indexOf(found.get(at)) != at) {
                errors.add(RowError.heading(typed, "column-twice"));
            }
        }
        return found;
    }

    private static Row row(
            int number, List<Optional<Column>> columns, CsvRecord record, List<RowError> errors) {
        var cells = new EnumMap<Column, String>(Column.class);
        for (var at = 0; at < record.getFieldCount(); at++) {
            var text = record.getField(at).strip();
            var column = at < columns.size() ? columns.get(at) : Optional.<Column>empty();
            if (column.isPresent()) {
                cells.put(column.get(), text);
            } else if (!text.isEmpty()) {
                errors.add(RowError.of(number, null, "cell-beyond", text));
            }
        }
        return new Row(number, cells);
    }

    private static boolean blank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static OldTable broken(String code, Object... arguments) {
        return new OldTable(List.of(), List.of(RowError.table(code, arguments)));
    }
}
