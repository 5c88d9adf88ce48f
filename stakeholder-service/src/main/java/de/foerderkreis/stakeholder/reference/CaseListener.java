package de.foerderkreis.stakeholder.reference;

import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the title of every case. */
@Configuration(proxyBeanMethods = false)
class CaseListener {

    @Bean
    EventSubscription caseSubscription(JdbcClient db) {
        return EventSubscription.to(CaseState.TOPIC)
                .as("stakeholder.case-copy")
                .on(CaseState.class, (event, meta) -> store(db, event))
                .fullState()
                .build();
    }

    private static void store(JdbcClient db, CaseState event) {
        db.sql(
                        """
                        insert into case_copy (id, title, file_reference, status, source_version) values (?, ?, ?, ?, ?)
                        on conflict (district, id) do update
                        set title = excluded.title, file_reference = excluded.file_reference, status = excluded.status,
                            source_version = excluded.source_version
                        where case_copy.source_version < excluded.source_version\
                        """)
                .params(
                        event.caseId(),
                        event.title(),
                        event.fileReference(),
                        event.status(),
                        event.aggregateVersion())
                .update();
    }
}
