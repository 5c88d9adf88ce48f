package de.foerderkreis.finance.spreadsheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table somebody uploaded: the first sheet of a workbook (XLSX) or CSV in UTF-8 separated by
 * comma or semicolon. Empty lines are left out.
 *
 * @param lines the header first
 * @param errors why it could not be read; then there are no lines to trust
 */
public record TableFile(List<Line> lines, List<RowError> errors) {

    static final int MOST_ROWS = 2_000;
    private static final int MOST_BYTES = 1_000_000;

    public TableFile {
        lines = List.copyOf(lines);
        errors = List.copyOf(errors);
    }

    /**
     * One line.
     *
     * @param number as a spreadsheet shows it, from 1
     */
    public record Line(int number, List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        /** The cell at a place; an empty one beyond the end. */
        public Cell cell(int place) {
            return place >= 0 && place < cells.size() ? cells.get(place) : Cell.EMPTY;
        }

        boolean isBlank() {
            return cells.stream().allMatch(it -> it.text().isBlank());
        }
    }

    /**
     * One cell.
     *
     * @param number whether the file itself says it is a number; then the text is plain decimal,
     *     with a point, and not as people write it
     */
    public record Cell(String text, boolean number) {
        static final Cell EMPTY = new Cell("", false);
    }

    /** Reads a file; nothing is thrown for what somebody uploaded. */
    public static TableFile read(byte[] bytes) {
        if (bytes.length == 0) {
            return broken(0, "empty-file");
        }
        if (bytes.length > MOST_BYTES) {
            return broken(0, "file-too-large", MOST_BYTES / 1_000);
        }
        return XlsxReading.looksLikeIt(bytes) ? XlsxReading.read(bytes) : csv(bytes);
    }

    static TableFile broken(int row, String code, Object... args) {
        return new TableFile(List.of(), List.of(RowError.of(row, "", code, args)));
    }

    static TableFile of(List<Line> lines) {
        var written = lines.stream().filter(it -> !it.isBlank()).toList();
        if (written.size() > MOST_ROWS + 1) {
            return broken(0, "too-many-rows", MOST_ROWS);
        }
        return written.size() < 2 ? broken(0, "no-rows") : new TableFile(written, List.of());
    }

    private static TableFile csv(byte[] bytes) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException notUtf8) {
            return broken(0, "wrong-encoding");
        }
        if (text.indexOf('\0') >= 0) {
            return broken(0, "wrong-encoding");
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var lines = new ArrayList<Line>();
        try {
            for (CsvRecord line : reader(plain)) {
                lines.add(
                        new Line(
                                Math.toIntExact(line.getStartingLineNumber()),
                                line.getFields().stream()
                                        .map(it -> new Cell(it.strip(), false))
                                        .toList()));
            }
        } catch (CsvParseException malformed) {
            return broken(lines.size() + 1, "malformed-line");
        }
        return of(lines);
    }

    private static CsvReader<CsvRecord> reader(String text) {
        boolean semicolons = text.lines().findFirst().orElse("").indexOf(';') >= 0;
        return CsvReader.builder()
                .fieldSeparator(semicolons ? ';' : ',')
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }
}
