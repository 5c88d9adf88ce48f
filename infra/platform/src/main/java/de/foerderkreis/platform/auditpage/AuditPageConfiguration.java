package de.foerderkreis.platform.auditpage;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Pages where there is a frame for them. */
@AutoConfiguration
@ConditionalOnResource(resources = "classpath:templates/" + AuditPages.LIST + ".html")
@Import(AuditPages.class)
class AuditPageConfiguration {

    @Bean
    AuditWords auditWords(MessageSource messages) {
        return new AuditWords(messages);
    }
}
