package de.foerderkreis.stakeholder.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of a town's statements counts: the last that arrived in time. One that arrived late never
 * replaces it; all are kept.
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
        return counted().filter(statement::equals).isPresent()
                ? StatementStatus.COUNTED
                : StatementStatus.REPLACED;
    }

    /** What the town is shown with: what counts, or else the last that came late. */
    Optional<Statement> standing() {
        var counted = counted();
        return counted.isPresent() ? counted : statements.stream().max(BY_ARRIVAL);
    }

    private Optional<Statement> counted() {
        return statements.stream().filter(statement -> !statement.late()).max(BY_ARRIVAL);
    }
}
