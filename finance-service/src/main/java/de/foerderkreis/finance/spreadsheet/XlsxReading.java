package de.foerderkreis.finance.spreadsheet;

import de.foerderkreis.finance.spreadsheet.TableFile.Cell;
import de.foerderkreis.finance.spreadsheet.TableFile.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of a workbook. */
final class XlsxReading {

    private static final int MOST_INFLATED = 20_000_000;
    private static final int MOST_COLUMNS = 50;

    private XlsxReading() {}

    static boolean looksLikeIt(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
    }

    static TableFile read(byte[] bytes) {
        try {
            if (inflatesBeyondReason(bytes)) {
                return TableFile.broken(0, "file-too-large", MOST_INFLATED / 1_000);
            }
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                    Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                return TableFile.of(
                        rows.limit(TableFile.MOST_ROWS + 2L).map(XlsxReading::line).toList());
            }
        } catch (IOException | ExcelReaderException | IllegalStateException unreadable) {
            return TableFile.broken(0, "not-a-workbook");
        }
    }

    /** A small archive can hold endless zeros; it is measured before anything is kept of it. */
    private static boolean inflatesBeyondReason(byte[] bytes) throws IOException {
        var buffer = new byte[8_192];
        long inflated = 0;
        // Not java.util.zip: its stream refuses workbooks written in one go, as ours are.
        try (var archive =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get()) {
            for (var entry : Collections.list(archive.getEntries())) {
                try (InputStream part = archive.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        inflated += read;
                        if (inflated > MOST_INFLATED) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static Line line(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int place = 0; place < Math.min(row.getCellCount(), MOST_COLUMNS); place++) {
            cells.add(cell(row.getOptionalCell(place).orElse(null)));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(raw);
            case FORMULA -> raw == null ? Cell.EMPTY : number(raw);
            case BOOLEAN -> new Cell("1".equals(raw) ? "true" : "false", false);
            case STRING, ERROR, EMPTY -> new Cell(cell.getText().strip(), false);
        };
    }

    /** Spreadsheets keep binary fractions; six decimals bring back what was typed. */
    private static Cell number(@Nullable String raw) {
        if (raw == null) {
            return Cell.EMPTY;
        }
        try {
            var value = new BigDecimal(raw).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
            return new Cell(value.setScale(Math.max(value.scale(), 0)).toPlainString(), true);
        } catch (NumberFormatException text) {
            return new Cell(raw.strip(), false);
        }
    }
}
