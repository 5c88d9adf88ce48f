package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.council.Body;
import de.foerderkreis.application.council.Outcome;
import de.foerderkreis.application.council.Paper;
import de.foerderkreis.application.council.Resolves;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one row of an old file as a step and collects what is wrong with it. */
class RowReading {

    static final String MOTION = "Antrag";
    static final String MEETING = "Sitzung";
    static final String RESOLUTION = "Beschluss";

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_NUMBER = 60;

    private final OldTable.Row row;
    private final List<RowError> errors;
    private final Cells cells;

    RowReading(OldTable.Row row, List<RowError> errors) {
        this.row = row;
        this.errors = errors;
        this.cells = new Cells(row, errors);
    }

    Optional<OldStep> step() {
        var before = errors.size();
        var kind = cells.text(Column.KIND);
        var step =
                switch (kind.toLowerCase(Locale.GERMAN)) {
                    case "antrag" -> motion();
                    case "sitzung" -> meeting();
                    case "beschluss" -> resolution();
                    default -> Words.PAPERS.value(kind).map(this::paper).orElse(null);
                };
        if (step == null) {
            cells.day();
            cells.unreadable(Column.KIND, "kind", kinds());
        }
        return errors.size() > before ? Optional.empty() : Optional.ofNullable(step);
    }

    static String kinds() {
        return String.join(", ", MOTION, MEETING, RESOLUTION, Words.PAPERS.all());
    }

    private OldStep motion() {
        cells.only(Column.SUBJECT, Column.PROPOSERS, Column.PROOF);
        return new OldStep.Motion(
                row.number(),
                cells.day(),
                cells.text(Column.SUBJECT, LONGEST_SUBJECT),
                cells.proposers(),
                cells.proof());
    }

    private OldStep paper(Paper.Type type) {
        cells.only(Column.NUMBER, Column.SUBJECT, Column.PROOF);
        return new OldStep.Filing(
                row.number(),
                cells.day(),
                cells.text(Column.NUMBER, LONGEST_NUMBER),
                type,
                cells.text(Column.SUBJECT, LONGEST_SUBJECT),
                cells.proof());
    }

    private OldStep meeting() {
        cells.only(Column.BODY);
        return new OldStep.Meeting(row.number(), cells.day(), body());
    }

    private OldStep resolution() {
        cells.only(Column.BODY, Column.SUBJECT, Column.OUTCOME, Column.RESOLVES, Column.PROOF);
        var body = body();
        var outcome =
                cells.word(Column.OUTCOME, "outcome", Words.OUTCOMES).orElse(Outcome.NO_DECISION);
        if (outcome.adopted() && cells.proof() == null) {
            cells.wrong(Column.PROOF, "proof-missing");
        }
        return new OldStep.Resolution(
                row.number(),
                cells.day(),
                body,
                cells.text(Column.SUBJECT, LONGEST_SUBJECT),
                outcome,
                resolves(body, outcome),
                cells.proof());
    }

    // What the Kreistag adopted may start the timetable (F70), so nothing is assumed about it.
    private Resolves resolves(Body body, Outcome outcome) {
        if (cells.text(Column.RESOLVES).isEmpty()) {
            if (body == Body.KREISTAG && outcome.adopted()) {
                cells.wrong(Column.RESOLVES, "resolves-missing", Words.RESOLVES.all());
            }
            return Resolves.OTHER;
        }
        return cells.word(Column.RESOLVES, "resolves", Words.RESOLVES).orElse(Resolves.OTHER);
    }

    private Body body() {
        return cells.word(Column.BODY, "body", Words.BODIES).orElse(Body.KREISAUSSCHUSS);
    }
}
