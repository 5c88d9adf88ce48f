package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.council.Body;
import de.foerderkreis.application.council.Outcome;
import de.foerderkreis.application.council.Paper;
import de.foerderkreis.application.council.Resolves;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one row of an old file as a step and collects what is wrong with it. */
class RowReading {

    static final String MOTION = "Antrag";
    static final String MEETING = "Sitzung";
    static final String RESOLUTION = "Beschluss";

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    // A year before this is a slip of the finger.
    private static final int EARLIEST_YEAR = 1900;
    private static final int MOST_PROPOSERS = 20;

    private final OldTable.Row row;
    private final List<RowError> errors;

    RowReading(OldTable.Row row, List<RowError> errors) {
        this.row = row;
        this.errors = errors;
    }

    Optional<OldStep> step() {
        var before = errors.size();
        var kind = cell(Column.KIND);
        var step =
                switch (kind.toLowerCase(Locale.GERMAN)) {
                    case "antrag" -> motion();
                    case "sitzung" -> meeting();
                    case "beschluss" -> resolution();
                    default -> Words.PAPERS.value(kind).map(this::paper).orElse(null);
                };
        if (step == null) {
            day();
            unreadable(Column.KIND, "kind", kind, kinds());
        }
        return errors.size() > before ? Optional.empty() : Optional.ofNullable(step);
    }

    static String kinds() {
        return String.join(", ", MOTION, MEETING, RESOLUTION, Words.PAPERS.all());
    }

    private OldStep motion() {
        only(Column.SUBJECT, Column.PROPOSERS, Column.PROOF);
        return new OldStep.Motion(
                row.number(), day(), text(Column.SUBJECT, 500), proposers(), proof());
    }

    private OldStep paper(Paper.Type type) {
        only(Column.NUMBER, Column.SUBJECT, Column.PROOF);
        return new OldStep.Filing(
                row.number(),
                day(),
                text(Column.NUMBER, 60),
                type,
                text(Column.SUBJECT, 500),
                proof());
    }

    private OldStep meeting() {
        only(Column.BODY);
        return new OldStep.Meeting(row.number(), day(), body());
    }

    private OldStep resolution() {
        only(Column.BODY, Column.SUBJECT, Column.OUTCOME, Column.RESOLVES, Column.PROOF);
        var body = body();
        var outcome = word(Column.OUTCOME, "outcome", Words.OUTCOMES).orElse(Outcome.NO_DECISION);
        if (outcome.adopted() && proof() == null) {
            wrong(Column.PROOF, "proof-missing");
        }
        return new OldStep.Resolution(
                row.number(),
                day(),
                body,
                text(Column.SUBJECT, 500),
                outcome,
                resolves(body, outcome),
                proof());
    }

    // What the Kreistag adopted may start the timetable (F70), so nothing is assumed about it.
    private Resolves resolves(Body body, Outcome outcome) {
        if (cell(Column.RESOLVES).isEmpty()) {
            if (body == Body.KREISTAG && outcome.adopted()) {
                wrong(Column.RESOLVES, "resolves-missing", Words.RESOLVES.all());
            }
            return Resolves.OTHER;
        }
        return word(Column.RESOLVES, "resolves", Words.RESOLVES).orElse(Resolves.OTHER);
    }

    private Body body() {
        return word(Column.BODY, "body", Words.BODIES).orElse(Body.KREISAUSSCHUSS);
    }

    private <T> Optional<T> word(Column column, String code, Words<T> words) {
        var value = words.value(cell(column));
        if (value.isEmpty()) {
            unreadable(column, code, cell(column), words.all());
        }
        return value;
    }

    private LocalDate day() {
        var text = cell(Column.DATE);
        try {
            var day = text.indexOf('.') > 0 ? LocalDate.parse(text, TYPED) : LocalDate.parse(text);
            return day.getYear() < EARLIEST_YEAR ? noDay(text) : day;
        } catch (DateTimeParseException unreadable) {
            return noDay(text);
        }
    }

    private LocalDate noDay(String text) {
        unreadable(Column.DATE, "day", text, "02.10.2012");
        return LocalDate.EPOCH;
    }

    private String text(Column column, int most) {
        var text = cell(column);
        if (text.isEmpty() || text.length() > most) {
            wrong(column, "text", most);
        }
        return text;
    }

    private List<String> proposers() {
        var groups =
                Arrays.stream(row.cell(Column.PROPOSERS).split("[,;\\n]", -1))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
        if (groups.isEmpty()
                || groups.size() > MOST_PROPOSERS
                || groups.stream().anyMatch(it -> it.length() > 120)) {
            wrong(Column.PROPOSERS, "proposers", MOST_PROPOSERS);
        }
        return groups;
    }

    private @Nullable String proof() {
        return cell(Column.PROOF).isEmpty() ? null : cell(Column.PROOF);
    }

    /** A cell this kind of step has no place for would be lost in silence. */
    private void only(Column... taken) {
        Set<Column> others = EnumSet.allOf(Column.class);
        others.removeAll(Set.of(Column.DATE, Column.KIND));
        others.removeAll(Set.of(taken));
        others.stream()
                .filter(it -> !cell(it).isEmpty())
                .forEach(it -> wrong(it, "not-here", cell(Column.KIND)));
    }

    /** The text of a cell in one line. */
    private String cell(Column column) {
        return row.cell(column).replaceAll("\\s+", " ");
    }

    private void unreadable(Column column, String code, String typed, String possible) {
        if (typed.isEmpty()) {
            wrong(column, "missing", possible);
        } else {
            wrong(column, code, typed, possible);
        }
    }

    private void wrong(Column column, String code, Object... arguments) {
        errors.add(RowError.of(row.number(), column, code, arguments));
    }
}
