package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.delivery.SendCheck.PendingMail;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.DeadlineHandler;
import de.foerderkreis.platform.persistence.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes one mail of everything that lies ready for a recipient. The digest is a message like any
 * other, with its own row, attempts and Message-ID; what went into it says so and is never sent
 * alone.
 */
@Component
class Digest implements DeadlineHandler {

    static final String DUE = "notification.daily-digest";

    private final JdbcClient jdbc;
    private final List<SendCheck> checks;
    private final Deliveries deliveries;
    private final BusinessClock clock;
    private final JsonMapper json;

    Digest(
            JdbcClient jdbc,
            List<SendCheck> checks,
            Deliveries deliveries,
            BusinessClock clock,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.deliveries = deliveries;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String kind() {
        return DUE;
    }

    @Override
    public void onDue(String recipient, Instant dueAt, String payloadJson) {
        var wanted = collected(recipient).stream().filter(this::stillWanted).toList();
        if (wanted.isEmpty()) {
            return;
        }
        var id = Ids.next();
        write(id, recipient, wanted.getLast());
        jdbc.sql(
                        "update delivery set state = 'BUNDLED', digest_id = :digest, ended_at = :now where id in"
                                + " (:ids) and state = 'COLLECTED'")
                .param("digest", id)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("ids", wanted.stream().map(Collected::id).toList())
                .update();
        deliveries.enqueue(List.of(id));
    }

    private List<Collected> collected(String recipient) {
        return jdbc.sql(
                        """
                        select id, notice, organisation, function, contact_id, case_id from delivery
                        where recipient = ? and state = 'COLLECTED' order by recorded_at, id for update
                        """)
                .param(recipient)
                .query((row, number) ->
                        new Collected(
                                row.getObject("id", UUID.class),
                                Notice.valueOf(row.getString("notice")),
                                row.getString("organisation"),
                                Function.valueOf(row.getString("function")),
                                row.getObject("contact_id", UUID.class),
                                row.getObject("case_id", UUID.class)))
                .list();
    }

    /** Wishes change while mails lie ready. */
    private boolean stillWanted(Collected mail) {
        var pending =
                new PendingMail(
                        mail.notice(),
                        mail.organisation(),
                        mail.function(),
                        mail.contactId(),
                        mail.caseId(),
                        null,
                        Duration.ZERO);
        var unwanted = MailWaits.unwanted(checks, pending);
        unwanted.ifPresent(reason ->
                jdbc.sql(
                                "update delivery set state = 'SUPPRESSED', reason = :reason, ended_at = :now where"
                                        + " id = :id")
                        .param("reason", reason.name())
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .param("id", mail.id())
                        .update());
        return unwanted.isEmpty();
    }

    private void write(UUID id, String recipient, Collected like) {
        jdbc.sql(
                        """
                        insert into delivery (id, event_id, event_type, notice, facts, recipient, organisation, function,
                            contact_id, channel, state, created_at)
                        values (:id, :id, 'DailyDigest', 'DAILY_DIGEST', :facts::jsonb, :recipient, :organisation,
                            :function, :contact, 'MAIL', 'PENDING', :now)
                        """)
                .param("id", id)
                .param("facts", json.writeValueAsString(NoticeFacts.none().on(clock.today())))
                .param("recipient", recipient)
                .param("organisation", like.organisation())
                .param("function", like.function().name())
                .param("contact", like.contactId())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Collected(
            UUID id,
            Notice notice,
            String organisation,
            Function function,
            @Nullable UUID contactId,
            @Nullable UUID caseId) {}
}
