package de.foerderkreis.stakeholder.municipality;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of municipalities as uploaded: UTF-8 with or without byte order mark, separated by comma
 * or semicolon, columns in any order. The money columns belong to finance-service and are ignored.
 */
record MunicipalityFile(int rows, List<Municipality> municipalities, List<RowError> errors) {

    private static final List<String> COLUMNS =
            List.of("ags", "name", "type", "inhabitants", "own_youth_office");
    private static final Set<String> IGNORED = Set.of("tax_power_eur", "key_allocation_eur");
    private static final int MOST_INHABITANTS = 20_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads everything and reports every error, so that one upload is enough to see them all. */
    static MunicipalityFile read(byte[] bytes, String district) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException notUtf8) {
            return broken(RowError.of(0, "", "encoding"));
        }
        var content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (content.isBlank()) {
            return broken(RowError.of(0, "", "empty"));
        }
        try {
            return new Reading(district).read(records(content));
        } catch (CsvParseException malformed) {
            return broken(RowError.of(0, "", "malformed"));
        }
    }

    private static List<CsvRecord> records(String content) {
        var heading = content.lines().findFirst().orElse("");
        return CsvReader.builder()
                .fieldSeparator(heading.contains(";") ? ';' : ',')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(content)
                .stream()
                .toList();
    }

    private static MunicipalityFile broken(RowError error) {
        return new MunicipalityFile(0, List.of(), List.of(error));
    }

    /** One pass over the rows, collecting what is right and what is wrong. */
    private static final class Reading {

        private final String district;
        private final List<RowError> errors = new ArrayList<>();
        private final Map<String, Integer> rowOfAgs = new HashMap<>();

        Reading(String district) {
            this.district = district;
        }

        MunicipalityFile read(List<CsvRecord> records) {
            var headings =
                    records.getFirst().getFields().stream()
                            .map(field -> field.strip().toLowerCase(Locale.ROOT))
                            .toList();
            checkHeadings(headings);
            if (!errors.isEmpty()) {
                return new MunicipalityFile(0, List.of(), List.copyOf(errors));
            }
            var found = new ArrayList<Municipality>();
            var rows = records.subList(1, records.size());
            for (var record : rows) {
                row((int) record.getStartingLineNumber(), headings, record).ifPresent(found::add);
            }
            if (rows.isEmpty()) {
                errors.add(RowError.of(0, "", "empty"));
            }
            return new MunicipalityFile(rows.size(), List.copyOf(found), List.copyOf(errors));
        }

        private void checkHeadings(List<String> headings) {
            var missing = COLUMNS.stream().filter(column -> !headings.contains(column)).toList();
            var unknown =
                    headings.stream()
                            .filter(column ->
                                    !COLUMNS.contains(column) && !IGNORED.contains(column))
                            .toList();
            missing.forEach(column -> errors.add(RowError.of(1, column, "column-missing", column)));
            unknown.forEach(column -> errors.add(RowError.of(1, column, "column-unknown", column)));
            headings.stream()
                    .filter(column -> headings.indexOf(column) != headings.lastIndexOf(column))
                    .distinct()
                    .forEach(column -> errors.add(RowError.of(1, column, "column-twice", column)));
        }

        private Optional<Municipality> row(int number, List<String> headings, CsvRecord record) {
            if (record.getFieldCount() != headings.size()) {
                errors.add(
                        RowError.of(
                                number,
                                "",
                                "field-count",
                                headings.size(),
                                record.getFieldCount()));
                return Optional.empty();
            }
            var ags = ags(number, cell(record, headings, "ags"));
            var name = name(number, cell(record, headings, "name"));
            var type = type(number, cell(record, headings, "type"));
            var inhabitants = inhabitants(number, cell(record, headings, "inhabitants"));
            var youthOffice = yesOrNo(number, cell(record, headings, "own_youth_office"));
            return ags.isPresent()
                            && name.isPresent()
                            && type.isPresent()
                            && inhabitants.isPresent()
                            && youthOffice.isPresent()
                    ? Optional.of(
                            new Municipality(
                                    ags.get(),
                                    name.get(),
                                    type.get(),
                                    inhabitants.get(),
                                    youthOffice.get()))
                    : Optional.empty();
        }

        private static String cell(CsvRecord record, List<String> headings, String column) {
            return record.getField(headings.indexOf(column)).strip();
        }

        private Optional<String> ags(int row, String text) {
            if (!text.matches("[0-9]{8}")) {
                return wrong(row, "ags", "ags-format", text);
            }
            if (!text.startsWith(district)) {
                return wrong(row, "ags", "ags-unknown", text, district);
            }
            var earlier = rowOfAgs.putIfAbsent(text, row);
            return earlier == null
                    ? Optional.of(text)
                    : wrong(row, "ags", "duplicate", text, earlier);
        }

        private Optional<String> name(int row, String text) {
            return text.isEmpty() || text.length() > 200
                    ? wrong(row, "name", "name")
                    : Optional.of(text);
        }

        private Optional<MunicipalityType> type(int row, String text) {
            var type = MunicipalityType.parse(text);
            return type.isPresent() ? type : wrong(row, "type", "type", text);
        }

        private Optional<Integer> inhabitants(int row, String text) {
            if (text.matches("-[0-9]{1,9}")) {
                return wrong(row, "inhabitants", "negative", text);
            }
            if (!text.matches("[0-9]{1,8}") || Integer.parseInt(text) > MOST_INHABITANTS) {
                return wrong(row, "inhabitants", "number", text);
            }
            return Optional.of(Integer.valueOf(text));
        }

        private Optional<Boolean> yesOrNo(int row, String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "ja" -> Optional.of(true);
                case "false", "nein" -> Optional.of(false);
                default -> wrong(row, "own_youth_office", "yes-or-no", text);
            };
        }

        private <T> Optional<T> wrong(int row, String column, String code, Object... arguments) {
            errors.add(RowError.of(row, column, code, arguments));
            return Optional.empty();
        }
    }
}
