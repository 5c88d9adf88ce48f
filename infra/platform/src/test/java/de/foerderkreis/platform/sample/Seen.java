package de.foerderkreis.platform.sample;

import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the reactions wrote down, as another transaction sees it. */
@Component
public class Seen {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Seen(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    public List<String> of(String district, String key) {
        return Tenancy.call(
                district,
                null,
                () ->
                        transactions.execute(status ->
                                jdbc.sql("select what from seen where key = ? order by seq")
                                        .param(key)
                                        .query((row, number) -> row.getString("what"))
                                        .list()));
    }
}
