package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.levybase.LevyBaseSettings.Component;
import de.foerderkreis.finance.reference.Municipality;
import de.foerderkreis.finance.spreadsheet.RowError;
import de.foerderkreis.platform.money.Money;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a file of levy base figures and says everything that is wrong with it at once. Columns may
 * stand in any order, separated by comma or semicolon.
 */
final class LevyBaseFile {

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_BYTES = 1_000_000;
    private static final List<String> FIXED_COLUMNS =
            List.of("ags", "name", "type", "inhabitants", "own_youth_office");
    private static final Pattern AGS = Pattern.compile("\\d{8}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,13}(\\.\\d{1,2})?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,8}");

    private final List<Component> components;
    private final Map<String, Municipality> municipalities;
    private final List<RowError> errors = new ArrayList<>();
    private final Map<String, LevyBase.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Integer> rowOfAgs = new HashMap<>();
    private int rows;

    private LevyBaseFile(List<Component> components, List<Municipality> municipalities) {
        this.components = components;
        this.municipalities =
                municipalities.stream()
                        .collect(Collectors.toMap(Municipality::ags, Function.identity()));
    }

    /** Reads the file; nothing is stored. */
    static Content read(
            byte[] bytes, List<Component> components, List<Municipality> municipalities) {
        var file = new LevyBaseFile(components, municipalities);
        file.read(bytes);
        var sorted =
                file.entries.values().stream()
                        .sorted(Comparator.comparing(LevyBase.Entry::ags))
                        .toList();
        return new Content(file.rows, sorted, List.copyOf(file.errors));
    }

    private void read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            errors.add(RowError.of(0, "", "file-too-large", MOST_BYTES / 1_000));
            return;
        }
        if (bytes.length == 0) {
            errors.add(RowError.of(0, "", "empty-file"));
            return;
        }
        if (municipalities.isEmpty()) {
            errors.add(RowError.of(0, "", "no-municipalities"));
            return;
        }
        var text = decode(bytes);
        if (text.isEmpty()) {
            errors.add(RowError.of(0, "", "wrong-encoding"));
            return;
        }
        try {
            readLines(text.get());
        } catch (CsvParseException malformed) {
            errors.add(RowError.of(rows + 2, "", "malformed-line"));
        }
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            if (text.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private void readLines(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = header.indexOf(';') >= 0 ? ';' : ',';
        Map<String, Integer> columns = Map.of();
        for (CsvRecord line :
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            if (columns.isEmpty()) {
                columns = header(line);
                if (!errors.isEmpty()) {
                    return;
                }
            } else if (++rows > MOST_ROWS) {
                errors.add(RowError.of(0, "", "too-many-rows", MOST_ROWS));
                return;
            } else {
                row(line, columns);
            }
        }
        if (rows == 0 && errors.isEmpty()) {
            errors.add(RowError.of(0, "", "no-rows"));
        } else if (errors.isEmpty()
                && entries.values().stream().allMatch(it -> it.base().isZero())) {
            errors.add(RowError.of(0, "", "nothing-to-apportion-by"));
        }
    }

    private Map<String, Integer> header(CsvRecord line) {
        Map<String, Integer> columns = new HashMap<>();
        for (int index = 0; index < line.getFieldCount(); index++) {
            String column = line.getField(index).strip();
            if (columns.put(column, index) != null) {
                errors.add(RowError.of(1, column, "duplicate-column", column));
            }
        }
        var expected = new ArrayList<>(FIXED_COLUMNS);
        components.forEach(it -> expected.add(it.column()));
        for (String column : expected) {
            if (!columns.containsKey(column)) {
                errors.add(RowError.of(1, column, "missing-column", column));
            }
        }
        for (String column : columns.keySet().stream().sorted().toList()) {
            if (!expected.contains(column)) {
                errors.add(RowError.of(1, column, "unknown-column", column));
            }
        }
        return columns;
    }

    private void row(CsvRecord line, Map<String, Integer> columns) {
        int row = Math.toIntExact(line.getStartingLineNumber());
        int found = errors.size();
        if (line.getFieldCount() != columns.size()) {
            errors.add(RowError.of(row, "", "field-count", line.getFieldCount(), columns.size()));
            return;
        }
        Function<String, String> field = it -> line.getField(columns.getOrDefault(it, 0)).strip();
        String ags = field.apply("ags");
        var municipality = Optional.ofNullable(municipalities.get(ags));
        if (!AGS.matcher(ags).matches()) {
            errors.add(RowError.of(row, "ags", "not-an-ags", ags));
        } else if (municipality.isEmpty()) {
            errors.add(RowError.of(row, "ags", "unknown-ags", ags));
        }
        Integer first = rowOfAgs.putIfAbsent(ags, row);
        if (first != null) {
            errors.add(RowError.of(row, "ags", "duplicate-ags", ags, first));
        }
        int inhabitants = inhabitants(row, field.apply("inhabitants"));
        boolean ownYouthOffice = yesOrNo(row, field.apply("own_youth_office"));
        Map<String, Money> amounts = new LinkedHashMap<>();
        for (Component component : components) {
            amounts.put(
                    component.code(),
                    amount(row, component.column(), field.apply(component.column())));
        }
        if (errors.size() == found) {
            entries.put(
                    ags,
                    new LevyBase.Entry(
                            ags,
                            municipality.map(Municipality::name).orElse(ags),
                            inhabitants,
                            ownYouthOffice,
                            amounts,
                            Money.sum(amounts.values())));
        }
    }

    private Money amount(int row, String column, String text) {
        if (!AMOUNT.matcher(text).matches()) {
            errors.add(RowError.of(row, column, "not-an-amount", text));
            return Money.ZERO;
        }
        Money amount = Money.parse(text);
        if (amount.isNegative()) {
            errors.add(RowError.of(row, column, "negative", text));
        }
        return amount;
    }

    private int inhabitants(int row, String text) {
        if (!COUNT.matcher(text).matches() || Integer.parseInt(text) == 0) {
            errors.add(RowError.of(row, "inhabitants", "not-a-count", text));
            return 0;
        }
        return Integer.parseInt(text);
    }

    private boolean yesOrNo(int row, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            errors.add(RowError.of(row, "own_youth_office", "not-true-or-false", text));
        }
        return text.equals("true");
    }

    /**
     * What the file holds.
     *
     * @param rows data rows read
     * @param entries the rows without an error, by ascending AGS
     */
    record Content(int rows, List<LevyBase.Entry> entries, List<RowError> errors) {

        Money total() {
            return Money.sum(entries.stream().map(LevyBase.Entry::base).toList());
        }

        /** Municipalities of the district the file says nothing of. */
        List<Municipality> missing(List<Municipality> all) {
            var present = entries.stream().map(LevyBase.Entry::ags).collect(Collectors.toSet());
            return all.stream().filter(it -> !present.contains(it.ags())).toList();
        }
    }
}
