package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.costplan.CostItem.Category;
import de.foerderkreis.finance.spreadsheet.RowError;
import de.foerderkreis.finance.spreadsheet.TableFile;
import de.foerderkreis.finance.spreadsheet.TableFile.Cell;
import de.foerderkreis.finance.spreadsheet.TableFile.Line;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cost plan as a table: one line per item, columns in any order, named in German as the export
 * names them or by their names in the API.
 */
final class CostPlanFile {

    private static final Pattern PLACE = Pattern.compile("items\\[(\\d+)]\\.?(\\w*)");
    private static final Map<String, Category> CATEGORIES =
            Map.of(
                    "personal", Category.PERSONNEL,
                    "personnel", Category.PERSONNEL,
                    "sachkosten", Category.MATERIAL,
                    "material", Category.MATERIAL,
                    "zuschuss", Category.GRANT,
                    "grant", Category.GRANT,
                    "ersparnis", Category.SAVING,
                    "saving", Category.SAVING);

    private final List<Line> lines;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final List<RowError> errors = new ArrayList<>();

    private CostPlanFile(List<Line> lines) {
        this.lines = lines;
    }

    /** Reads the file; nothing is stored. */
    static Content read(byte[] bytes) {
        var table = TableFile.read(bytes);
        if (!table.errors().isEmpty()) {
            return new Content(0, List.of(), table.errors(), Map.of(), List.of());
        }
        return new CostPlanFile(table.lines()).read();
    }

    private Content read() {
        header(lines.getFirst());
        List<Line> rows = lines.subList(1, lines.size());
        var numbers = rows.stream().map(Line::number).toList();
        if (!errors.isEmpty()) {
            return new Content(rows.size(), List.of(), errors, Map.of(), numbers);
        }
        var inputs = rows.stream().map(this::input).toList();
        Map<Column, String> names = new EnumMap<>(Column.class);
        columns.forEach((column, place) -> names.put(column, lines.getFirst().cell(place).text()));
        try {
            return new Content(
                    rows.size(),
                    ItemInput.items(inputs, TypedPlan::amount),
                    List.of(),
                    names,
                    numbers);
        } catch (Problem problem) {
            return new Content(
                    rows.size(),
                    List.of(),
                    problem.errors().stream().map(it -> placed(it, names, numbers)).toList(),
                    names,
                    numbers);
        }
    }

    private void header(Line header) {
        for (int place = 0; place < header.cells().size(); place++) {
            String name = header.cell(place).text().strip();
            var column = Column.named(name);
            if (name.isEmpty()) {
                continue;
            }
            if (column.isEmpty()) {
                errors.add(RowError.of(header.number(), name, "unknown-column", name));
            } else if (columns.putIfAbsent(column.get(), place) != null) {
                errors.add(RowError.of(header.number(), name, "duplicate-column", name));
            }
        }
        for (Column column : List.of(Column.LABEL, Column.CATEGORY, Column.UNIT_AMOUNT)) {
            if (!columns.containsKey(column)) {
                errors.add(
                        RowError.of(
                                header.number(),
                                column.german(),
                                "missing-column",
                                column.german()));
            }
        }
    }

    private ItemInput input(Line line) {
        String category = text(line, Column.CATEGORY).toLowerCase(Locale.ROOT);
        String quantity = text(line, Column.QUANTITY);
        return new ItemInput(
                text(line, Column.LABEL),
                Optional.ofNullable(CATEGORIES.get(category)).map(Category::name).orElse(category),
                List.of("ja", "yes", "true", "x", "1")
                        .contains(text(line, Column.ELIGIBLE).toLowerCase(Locale.ROOT)),
                quantity.isEmpty() ? "1" : quantity,
                amountText(cell(line, Column.UNIT_AMOUNT)),
                text(line, Column.POST_CATEGORY),
                text(line, Column.LEVY_POOL));
    }

    private String text(Line line, Column column) {
        return cell(line, column).text();
    }

    private Cell cell(Line line, Column column) {
        return line.cell(columns.getOrDefault(column, -1));
    }

    /**
     * A number of the file is no text a person wrote: 1.234 is one euro and a fraction no cent
     * holds, not a thousand. Four decimals make it unmistakable to the reader of amounts.
     */
    private static String amountText(Cell cell) {
        if (!cell.number()) {
            return cell.text();
        }
        var value = new BigDecimal(cell.text());
        return value.setScale(value.scale() <= 2 ? 2 : Math.max(4, value.scale())).toPlainString();
    }

    /** Where the file says what a field of the API is about. */
    static RowError placed(FieldError error, Map<Column, String> names, List<Integer> numbers) {
        Matcher place = PLACE.matcher(error.field());
        if (!place.matches()) {
            return RowError.at(0, "", error);
        }
        String column =
                Column.ofField(place.group(2))
                        .map(it -> names.getOrDefault(it, it.german()))
                        .orElse("");
        return RowError.at(numbers.get(Integer.parseInt(place.group(1))), column, error);
    }

    /**
     * What the file holds.
     *
     * @param rows data rows read
     * @param items empty where there are errors
     * @param names what the file calls its columns
     * @param numbers line of the file by row
     */
    record Content(
            int rows,
            List<CostItem> items,
            List<RowError> errors,
            Map<Column, String> names,
            List<Integer> numbers) {}

    /** A column by all its names. */
    enum Column {
        LABEL("label", "Bezeichnung"),
        CATEGORY("category", "Art"),
        POST_CATEGORY("postCategory", "Stellenart"),
        ELIGIBLE("eligible", "förderfähig"),
        QUANTITY("quantity", "Menge"),
        UNIT_AMOUNT("unitAmount", "Einzelbetrag EUR"),
        /** Computed, so what a file says of it is not looked at. */
        AMOUNT("amount", "Betrag EUR"),
        LEVY_POOL("levyPool", "Umlagekreis");

        private final String field;
        private final String german;

        Column(String field, String german) {
            this.field = field;
            this.german = german;
        }

        String german() {
            return german;
        }

        static Optional<Column> ofField(String field) {
            return List.of(values()).stream().filter(it -> it.field.equals(field)).findFirst();
        }

        private static Optional<Column> named(String name) {
            String plain = plain(name);
            return List.of(values()).stream()
                    .filter(it -> plain.equals(plain(it.field)) || plain.equals(plain(it.german)))
                    .findFirst();
        }

        /** {@code unit_amount_eur}, {@code unitAmount} and {@code Unit amount (EUR)} are one. */
        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-zäöüß]", "")
                    .replaceAll("eur$", "");
        }
    }
}
