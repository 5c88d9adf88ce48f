package de.foerderkreis.platform.tenancy;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Binds every transaction to its tenant. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration")
class TenancyConfiguration {

    @Bean
    TenancyBinder tenancyBinder(DataSource dataSource) {
        return new TenancyBinder(new JdbcTemplate(dataSource));
    }
}
