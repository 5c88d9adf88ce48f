package de.foerderkreis.stakeholder.reference;

import de.foerderkreis.contracts.finance.LevyBasePublished;
import de.foerderkreis.platform.inbox.EventMetadata;
import de.foerderkreis.platform.inbox.EventSubscription;
import de.foerderkreis.platform.money.Money;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a copy of every published levy base; a version never changes once it is published. */
@Configuration(proxyBeanMethods = false)
class LevyBaseListener {

    @Bean
    EventSubscription levyBaseSubscription(JdbcClient db) {
        return EventSubscription.to(LevyBasePublished.TOPIC)
                .as("stakeholder.levy-base")
                .on(LevyBasePublished.class, (event, meta) -> store(db, event, meta))
                .build();
    }

    private static void store(JdbcClient db, LevyBasePublished event, EventMetadata meta) {
        var fresh =
                db.sql(
                                """
                                insert into levy_base_copy (id, year, status, total_cents, published_at) values (?, ?, ?, ?, ?)
                                on conflict do nothing\
                                """)
                        .params(
                                event.baseId(),
                                event.year(),
                                event.status(),
                                Money.parse(event.total()).cents(),
                                meta.time().atOffset(ZoneOffset.UTC))
                        .update();
        if (fresh == 1) {
            event.entries()
                    .forEach(entry ->
                            db.sql(
                                            "insert into levy_base_copy_entry (base_id, ags, base_cents) values (?, ?, ?)")
                                    .params(
                                            event.baseId(),
                                            entry.ags(),
                                            Money.parse(entry.base()).cents())
                                    .update());
        }
    }
}
