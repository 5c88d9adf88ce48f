package de.foerderkreis.platform.persistence;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Migrates the platform's tables before the service's, and opens the technical way into the
 * database.
 */
@AutoConfiguration(
        beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@EnableConfigurationProperties(RelaySettings.class)
class PersistenceConfiguration {

    @Bean
    FlywayMigrationStrategy platformFirst() {
        return service -> {
            Flyway.configure()
                    .configuration(service.getConfiguration())
                    .locations("classpath:db/platform")
                    .table("platform_schema_history")
                    .load()
                    .migrate();
            service.migrate();
        };
    }

    @Bean
    TechnicalDatabase technicalDatabase(JdbcConnectionDetails database, RelaySettings relay) {
        return new TechnicalDatabase(database.getJdbcUrl(), relay.username(), relay.password());
    }

    /** Not a candidate for plain injection: whoever wants the technical way says so. */
    @Bean(defaultCandidate = false)
    @Qualifier("technicalJdbc")
    JdbcClient technicalJdbc(TechnicalDatabase database) {
        return database.jdbc();
    }
}
