package de.foerderkreis.platform.reconciliation;

import de.foerderkreis.platform.outbox.EventJson;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The producer's answer: the same events once more, in their order. */
class Reemission {

    private static final Logger log = LoggerFactory.getLogger(Reemission.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final MeterRegistry meters;

    Reemission(JdbcClient jdbc, TransactionTemplate transactions, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.meters = meters;
    }

    /**
     * Puts the events back into the outbox under the ids they had. A state that was replaced or
     * erased meanwhile is in the journal no more and stays away; counting up the row holds off
     * whoever is about to replace it until the old state has its place in the outbox.
     */
    void emitAgain(ReemitRequested request) {
        var emitted =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        with again as (
                                            update emitted set reemissions = reemissions + 1
                                            where id in (select cast(value as uuid) from json_array_elements_text(cast(? as json)))
                                            returning *
                                        )
                                        insert into outbox (id, topic, key, type, source, subject, time, district, causationid, traceparent, payload)
                                        select id, topic, key, type, source, subject, time, district, causationid, traceparent, payload
                                        from again order by seq on conflict (id) do nothing
                                        """)
                                .param(EventJson.write(request.ids()))
                                .update());
        meters.counter("foerderkreis.reconciliation.reemitted", "by", request.by())
                .increment(emitted == null ? 0 : emitted);
        log.warn(
                "{} of {} events that {} lacks are emitted again",
                emitted,
                request.ids().size(),
                request.by());
    }
}
