package de.foerderkreis.platform.documents;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The document store of a service; made on first use, because the type detector takes its time to
 * load.
 */
@AutoConfiguration
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {

    @Bean
    @Lazy
    AllowedTypes allowedTypes() {
        return new AllowedTypes();
    }

    @Bean
    DocumentStore documentStore(
            JdbcClient jdbc,
            DocumentSettings settings,
            ObjectProvider<DocumentScan> scans,
            @Lazy AllowedTypes types) {
        return new DocumentStore(jdbc, settings.maxSize().toBytes(), scans, types);
    }
}
