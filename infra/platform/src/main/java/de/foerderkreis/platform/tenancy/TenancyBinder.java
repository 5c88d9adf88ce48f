package de.foerderkreis.platform.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells PostgreSQL at the start of every transaction whose rows it may see. The setting ends with
 * the transaction, so a pooled connection carries nothing over; without a district nothing is set
 * and row level security shows no row.
 */
class TenancyBinder implements TransactionExecutionListener {

    private final JdbcOperations jdbc;

    TenancyBinder(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null || !transaction.isNewTransaction()) {
            return;
        }
        Tenancy.current()
                .ifPresent(scope ->
                        jdbc.query(
                                "select set_config('app.district', ?, true), set_config('app.organisation', ?, true)",
                                row -> {},
                                scope.district(),
                                scope.organisation() == null ? "" : scope.organisation()));
    }
}
