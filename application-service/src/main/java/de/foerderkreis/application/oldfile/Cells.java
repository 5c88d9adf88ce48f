package de.foerderkreis.application.oldfile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of one row; each reading of a cell notes what is wrong with it. */
class Cells {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    // A year before this is a slip of the finger.
    private static final int EARLIEST_YEAR = 1900;
    private static final int MOST_PROPOSERS = 20;
    private static final int LONGEST_PROPOSER = 120;

    private final OldTable.Row row;
    private final List<RowError> errors;

    Cells(OldTable.Row row, List<RowError> errors) {
        this.row = row;
        this.errors = errors;
    }

    /** The text of a cell in one line, empty where there is none. */
    String text(Column column) {
        return row.cell(column).replaceAll("\\s+", " ");
    }

    /** A text that has to be there. */
    String text(Column column, int most) {
        var text = text(column);
        if (text.isEmpty() || text.length() > most) {
            wrong(column, "text", most);
        }
        return text;
    }

    /** One of the words a cell may hold. */
    <T> Optional<T> word(Column column, String code, Words<T> words) {
        var value = words.value(text(column));
        if (value.isEmpty()) {
            unreadable(column, code, words.all());
        }
        return value;
    }

    /** The day as Germans and as computers write it. */
    LocalDate day() {
        var text = text(Column.DATE);
        try {
            var day = text.indexOf('.') > 0 ? LocalDate.parse(text, TYPED) : LocalDate.parse(text);
            return day.getYear() < EARLIEST_YEAR ? noDay() : day;
        } catch (DateTimeParseException unreadable) {
            return noDay();
        }
    }

    private LocalDate noDay() {
        unreadable(Column.DATE, "day", "02.10.2012");
        return LocalDate.EPOCH;
    }

    List<String> proposers() {
        var groups =
                Arrays.stream(row.cell(Column.PROPOSERS).split("[,;\\n]", -1))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
        if (groups.isEmpty()
                || groups.size() > MOST_PROPOSERS
                || groups.stream().anyMatch(it -> it.length() > LONGEST_PROPOSER)) {
            wrong(Column.PROPOSERS, "proposers", MOST_PROPOSERS);
        }
        return groups;
    }

    @Nullable String proof() {
        return text(Column.PROOF).isEmpty() ? null : text(Column.PROOF);
    }

    /** Beside day and kind; a cell this kind of step has no place for would be lost in silence. */
    void only(Column... taken) {
        Set<Column> others = EnumSet.allOf(Column.class);
        others.removeAll(Set.of(Column.DATE, Column.KIND));
        others.removeAll(Set.of(taken));
        others.stream()
                .filter(it -> !text(it).isEmpty())
                .forEach(it -> wrong(it, "not-here", text(Column.KIND)));
    }

    void unreadable(Column column, String code, String possible) {
        if (text(column).isEmpty()) {
            wrong(column, "missing", possible);
        } else {
            wrong(column, code, text(column), possible);
        }
    }

    void wrong(Column column, String code, Object... arguments) {
        errors.add(RowError.of(row.number(), column, code, arguments));
    }
}
