package de.foerderkreis.stakeholder.reference;

import de.foerderkreis.contracts.application.ConceptionReleased;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes every released version of a conception; a version never changes once it is released. */
@Configuration(proxyBeanMethods = false)
class ConceptionListener {

    @Bean
    EventSubscription conceptionSubscription(JdbcClient db) {
        return EventSubscription.to(ConceptionReleased.TOPIC)
                .as("stakeholder.conception-copy")
                .on(ConceptionReleased.class, (event, meta) -> store(db, event))
                .build();
    }

    private static void store(JdbcClient db, ConceptionReleased event) {
        db.sql(
                        """
                        insert into conception_copy (case_id, version, title, sha256, released_on) values (?, ?, ?, ?, ?)
                        on conflict do nothing\
                        """)
                .params(
                        event.caseId(),
                        event.version(),
                        event.title(),
                        event.sha256(),
                        event.releasedOn())
                .update();
    }
}
