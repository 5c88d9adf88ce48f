package de.foerderkreis.platform.inbox;

import de.foerderkreis.platform.problem.Problem;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What an exception means for the event that met it. */
final class Failures {

    private Failures() {}

    /** The reason below Spring Kafka's wrapping. */
    static Throwable reason(Throwable failure) {
        var reason = failure;
        while (reason instanceof ListenerExecutionFailedException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }

    /** Whether the event is innocent: the database is away, and will be back. */
    static boolean isOutage(Throwable failure) {
        return switch (reason(failure)) {
            case CannotCreateTransactionException e -> true;
            case DataAccessResourceFailureException e -> true;
            case TransientDataAccessException e -> true;
            case RecoverableDataAccessException e -> true;
            case TransactionSystemException e -> true;
            default -> false;
        };
    }

    /** The class and, of our own problems, the type: messages of others may carry personal data. */
    static String describe(Throwable failure) {
        var reason = reason(failure);
        return reason instanceof Problem problem
                ? "Problem " + problem.type()
                : reason.getClass().getName() + root(reason);
    }

    private static String root(Throwable reason) {
        var root = reason;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root == reason ? "" : " by " + root.getClass().getName();
    }
}
