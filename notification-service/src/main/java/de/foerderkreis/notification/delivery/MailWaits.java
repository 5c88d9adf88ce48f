package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.delivery.SendCheck.PendingMail;
import de.foerderkreis.notification.delivery.SendCheck.Verdict;
import de.foerderkreis.platform.clock.DeadlineHandler;
import de.foerderkreis.platform.clock.Deadlines;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails that wait for an hour of the business clock instead of a mail server. They leave the queue
 * and get a deadline in the same transaction, so whoever dies here neither loses nor doubles one.
 */
@Component
class MailWaits implements DeadlineHandler {

    static final String QUIET_OVER = "notification.quiet-over";

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final Deliveries deliveries;

    MailWaits(JdbcClient jdbc, Deadlines deadlines, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.deliveries = deliveries;
    }

    /** What forbids a mail for good, if anything does. */
    static Optional<Reason> unwanted(List<SendCheck> checks, PendingMail mail) {
        return checks.stream()
                .map(it -> it.of(mail))
                .filter(Verdict.Suppress.class::isInstance)
                .map(it -> ((Verdict.Suppress) it).reason())
                .findFirst();
    }

    /** Keeps a mail until the quiet is over. */
    void hold(UUID id, Instant until) {
        jdbc.sql("update delivery set reason = 'QUIET_HOURS' where id = ?").param(id).update();
        deadlines.schedule(QUIET_OVER, id.toString(), until, "{}");
    }

    /**
     * Lays a mail ready for the digest of its recipient. A digest that is due and not made yet
     * takes it along instead of waiting for the next morning.
     */
    void collect(UUID id, String recipient, @Nullable UUID contactId, Instant digestAt) {
        jdbc.sql(
                        "update delivery set state = 'COLLECTED', reason = null, contact_id = :contact where id ="
                                + " :id and state = 'PENDING'")
                .param("contact", contactId)
                .param("id", id)
                .update();
        deadlines.scheduleNoLater(Digest.DUE, recipient, digestAt, "{}");
    }

    @Override
    public String kind() {
        return QUIET_OVER;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        var id = UUID.fromString(subject);
        var waits =
                jdbc.sql(
                                "update delivery set reason = null where id = ? and state = 'PENDING' and reason ="
                                        + " 'QUIET_HOURS'")
                        .param(id)
                        .update();
        if (waits == 1) {
            deliveries.enqueue(List.of(id));
        }
    }
}
