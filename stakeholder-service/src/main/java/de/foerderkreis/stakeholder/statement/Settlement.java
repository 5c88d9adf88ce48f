package de.foerderkreis.stakeholder.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of a town's statements counts: the last that arrived in time. One that arrived late never
 * replaces it, nor does a supplement that was announced; all are kept.
 */
final class Settlement {

    private static final Comparator<Statement> BY_ARRIVAL =
            Comparator.comparing(Statement::receivedAt)
                    .thenComparing(Statement::recordedAt)
                    .thenComparing(Statement::id);

    private final List<Statement> statements;
    private final @Nullable Statement counted;

    /**
     * @param statements all of one town in one round
     */
    Settlement(List<Statement> statements) {
        this.statements = List.copyOf(statements);
        this.counted = statements.stream().filter(Settlement::inTime).max(BY_ARRIVAL).orElse(null);
    }

    List<Statement> statements() {
        return statements;
    }

    StatementStatus statusOf(Statement statement) {
        if (statement.late()) {
            return StatementStatus.LATE;
        }
        if (statement.supplement()) {
            return StatementStatus.SUPPLEMENT;
        }
        return statement.equals(counted) ? StatementStatus.COUNTED : StatementStatus.REPLACED;
    }

    /** What the town is shown with: what counts, or else the last that came after the deadline. */
    Optional<Statement> standing() {
        return Optional.ofNullable(counted).or(() -> statements.stream().max(BY_ARRIVAL));
    }

    private static boolean inTime(Statement statement) {
        return !statement.late() && !statement.supplement();
    }
}
