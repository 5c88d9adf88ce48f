package de.foerderkreis.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second way into the service's database, with a role that is granted the technical tables
 * only: outbox, inbox, deadlines, seals. Work here belongs to no district.
 */
public final class TechnicalDatabase implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    TechnicalDatabase(String url, String username, String password) {
        this.dataSource = new HikariDataSource();
        dataSource.setPoolName("technical");
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(username);
        dataSource.setPassword(password);
        dataSource.setMaximumPoolSize(5);
        dataSource.setMinimumIdle(1);
        dataSource.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        dataSource.setInitializationFailTimeout(-1);
        var settings = new Properties();
        // The server itself ends a transaction that waits for anything but the database, the broker
        // for instance.
        settings.setProperty("options", "-c idle_in_transaction_session_timeout=5000");
        settings.setProperty("tcpKeepAlive", "true");
        dataSource.setDataSourceProperties(settings);
        this.jdbc = JdbcClient.create(new JdbcTemplate(dataSource));
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
