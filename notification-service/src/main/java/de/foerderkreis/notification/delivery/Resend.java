package de.foerderkreis.notification.delivery;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person orders another attempt. The mail carries the same Message-ID, so a mailbox that has it
 * already may show it once; it may as well arrive twice.
 */
@Service
class Resend {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Audit audit;

    Resend(JdbcClient jdbc, Deliveries deliveries, Audit audit) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.audit = audit;
    }

    /** Answers the state the message had; only one that ended without success may be sent again. */
    @Transactional
    public DeliveryState order(UUID id) {
        var state =
                jdbc.sql("select state from delivery where id = ? and channel = 'MAIL' for update")
                        .param(id)
                        .query(String.class)
                        .optional()
                        .map(DeliveryState::valueOf)
                        .orElseThrow(() -> Problem.notFound("delivery"));
        if (!state.mayBeResent()) {
            throw Problem.conflict("delivery-not-resendable", state.name());
        }
        jdbc.sql(
                        "update delivery set state = 'PENDING', reason = null, ended_at = null where id = ?")
                .param(id)
                .update();
        audit.record(
                "delivery.resent",
                "delivery",
                id.toString(),
                Map.of("state", state.name()),
                Map.of("state", DeliveryState.PENDING.name()),
                null);
        deliveries.enqueue(List.of(id));
        return state;
    }
}
