package de.foerderkreis.stakeholder.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of a town's statements counts: the last that arrived in time. One that arrived late never
 * replaces it, nor does a supplement that was announced; all are kept.
 */
record Settlement(List<Statement> statements) {

    private static final Comparator<Statement> BY_ARRIVAL =
            Comparator.comparing(Statement::receivedAt)
                    .thenComparing(Statement::recordedAt)
                    .thenComparing(Statement::id);

    StatementStatus statusOf(Statement statement) {
        if (statement.late()) {
            return StatementStatus.LATE;
        }
        if (statement.supplement()) {
            return StatementStatus.SUPPLEMENT;
        }
        return counted().filter(statement::equals).isPresent()
                ? StatementStatus.COUNTED
                : StatementStatus.REPLACED;
    }

    /** What the town is shown with: what counts, or else the last that came after the deadline. */
    Optional<Statement> standing() {
        var counted = counted();
        return counted.isPresent() ? counted : statements.stream().max(BY_ARRIVAL);
    }

    private static boolean inTime(Statement statement) {
        return !statement.late() && !statement.supplement();
    }

    private Optional<Statement> counted() {
        return statements.stream().filter(Settlement::inTime).max(BY_ARRIVAL);
    }
}
