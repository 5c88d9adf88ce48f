package de.foerderkreis.notification.delivery;

import de.foerderkreis.contracts.notification.NotificationFailed;
import de.foerderkreis.contracts.notification.NotificationSent;
import de.foerderkreis.notification.delivery.SendCheck.PendingMail;
import de.foerderkreis.notification.delivery.SendCheck.Verdict;
import de.foerderkreis.notification.recipient.Contact;
import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of every mail before and after the mail server was called. The order is fixed:
 * lease, attempt committed, call without a transaction, outcome committed. Whoever dies in between
 * leaves {@code SENDING} behind, which becomes {@code UNCLEAR} when the lease has ended, and is
 * never sent again by itself.
 */
@Component
public class MailLedger {

    private final JdbcClient jdbc;
    private final JdbcClient technical;
    private final Contacts contacts;
    private final List<SendCheck> checks;
    private final MailWaits waits;
    private final BusinessClock clock;
    private final Deadlines deadlines;
    private final Roots roots;
    private final Outbox outbox;
    private final JsonMapper json;
    private final MailQueueSettings settings;
    private final ApplicationEventPublisher events;

    MailLedger(
            JdbcClient jdbc,
            @Qualifier("technicalJdbc") JdbcClient technical,
            Contacts contacts,
            List<SendCheck> checks,
            MailWaits waits,
            BusinessClock clock,
            Deadlines deadlines,
            Roots roots,
            Outbox outbox,
            JsonMapper json,
            MailQueueSettings settings,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.technical = technical;
        this.contacts = contacts;
        this.checks = checks;
        this.waits = waits;
        this.clock = clock;
        this.deadlines = deadlines;
        this.roots = roots;
        this.outbox = outbox;
        this.json = json;
        this.settings = settings;
        this.events = events;
    }

    /** Takes due mails of any district, and those whose lease has ended. */
    public List<LeasedMail> lease(int atMost) {
        var token = Ids.next();
        return technical
                .sql(
                        """
                        update mail_queue set lease_token = :token,
                            leased_until = clock_timestamp() + :lease * interval '1 millisecond'
                        where delivery_id in (
                            select delivery_id from mail_queue
                            where due_at <= clock_timestamp()
                                and (leased_until is null or leased_until < clock_timestamp())
                            order by due_at limit :atMost for update skip locked)
                        returning delivery_id, district
                        """)
                .param("token", token)
                .param("lease", settings.lease().toMillis())
                .param("atMost", atMost)
                .query((row, number) ->
                        new LeasedMail(
                                row.getObject("delivery_id", UUID.class),
                                row.getString("district"),
                                token))
                .list();
    }

    /**
     * Commits the attempt; empty if there is nothing to send, for whatever reason is then on
     * record.
     */
    @Transactional
    public Optional<MailJob> begin(LeasedMail leased) {
        if (!renew(leased)) {
            return Optional.empty();
        }
        var found = find(leased.deliveryId());
        if (found.isEmpty()) {
            dequeue(leased.deliveryId());
            return Optional.empty();
        }
        var row = found.get();
        return switch (row.state()) {
            case PENDING -> begin(leased, row);
            case SENDING -> {
                // The lease ended while a process was between committing the attempt and committing
                // its outcome.
                jdbc.sql(
                                "update delivery_attempt set outcome = 'UNCLEAR', ended_at = clock_timestamp() where"
                                        + " delivery_id = ? and outcome is null")
                        .param(row.id())
                        .update();
                end(
                        row.id(),
                        row.contactId(),
                        row.eventType(),
                        DeliveryState.UNCLEAR,
                        Reason.PROCESS_DIED);
                dequeue(row.id());
                yield Optional.empty();
            }
            case WAITING_FOR_CONTACT,
                    SENT,
                    BOUNCED,
                    GAVE_UP,
                    UNCLEAR,
                    SUPPRESSED,
                    EXPIRED,
                    COLLECTED,
                    BUNDLED -> {
                dequeue(row.id());
                yield Optional.empty();
            }
        };
    }

    /** The mail server accepted the mail. */
    @Transactional
    public void accepted(MailJob job, String reply) {
        if (record(job, "ACCEPTED", reply)) {
            end(job, DeliveryState.SENT, null);
            dequeue(job.deliveryId());
        }
    }

    /** The mail server refused the mail for good. */
    @Transactional
    public void refused(MailJob job, String reply) {
        if (record(job, "REFUSED", reply)) {
            end(job, DeliveryState.BOUNCED, Reason.REFUSED);
            dequeue(job.deliveryId());
        }
    }

    /** Nothing was accepted, so another attempt is safe. */
    @Transactional
    public void notSent(MailJob job, Reason reason, String reply) {
        if (!record(job, "NOT_SENT", reply)) {
            return;
        }
        if (job.attempt() > settings.backOff().size()) {
            end(job, DeliveryState.GAVE_UP, reason);
            dequeue(job.deliveryId());
            return;
        }
        jdbc.sql("update delivery set state = 'PENDING', reason = :reason where id = :id")
                .param("reason", reason.name())
                .param("id", job.deliveryId())
                .update();
        putBack(job.deliveryId(), settings.backOff().get(job.attempt() - 1));
    }

    /** Nobody knows whether the mail server accepted the mail. */
    @Transactional
    public void unclear(MailJob job, String reply) {
        if (record(job, "UNCLEAR", reply)) {
            end(job, DeliveryState.UNCLEAR, Reason.NO_REPLY);
            dequeue(job.deliveryId());
        }
    }

    private Optional<MailJob> begin(LeasedMail leased, Row row) {
        var holder = holder(row);
        if (holder.isEmpty()) {
            if (row.function() == Function.PARTNER_CONTACT) {
                end(
                        row.id(),
                        null,
                        row.eventType(),
                        DeliveryState.SUPPRESSED,
                        Reason.CONTACT_ERASED);
            } else {
                jdbc.sql(
                                "update delivery set state = 'WAITING_FOR_CONTACT', reason = 'NO_CONTACT', contact_id ="
                                        + " null where id = ?")
                        .param(row.id())
                        .update();
                deadlines.schedule(
                        Deliveries.CONTACT_MISSING,
                        row.id().toString(),
                        clock.now().plus(Deliveries.PATIENCE),
                        "{}");
            }
            dequeue(row.id());
            return Optional.empty();
        }
        var contact = holder.get();
        var mail =
                new PendingMail(
                        row.notice(),
                        row.organisation(),
                        row.function(),
                        contact.id(),
                        row.caseId(),
                        row.linkId(),
                        row.age());
        var verdicts = checks.stream().map(it -> it.of(mail)).toList();
        // What is not wanted need not wait for anything.
        for (var verdict : verdicts) {
            if (verdict instanceof Verdict.Suppress(Reason reason)) {
                end(row.id(), contact.id(), row.eventType(), DeliveryState.SUPPRESSED, reason);
                dequeue(row.id());
                return Optional.empty();
            }
        }
        if (waits(row, contact.id(), verdicts)) {
            return Optional.empty();
        }
        var attempt = row.attempts() + 1;
        var attemptId = Ids.next();
        jdbc.sql(
                        "insert into delivery_attempt (id, delivery_id, number, business_at) values (:id, :delivery,"
                                + " :number, :now)")
                .param("id", attemptId)
                .param("delivery", row.id())
                .param("number", attempt)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "update delivery set state = 'SENDING', reason = null, attempts = :attempt, contact_id ="
                                + " :contact where id = :id")
                .param("attempt", attempt)
                .param("contact", contact.id())
                .param("id", row.id())
                .update();
        return Optional.of(
                new MailJob(
                        row.id(),
                        leased.token(),
                        attempt,
                        attemptId,
                        row.notice(),
                        row.facts(),
                        contact,
                        row.linkId()));
    }

    /** A digest is longer to wait for than the end of the night, and both than a moment. */
    private boolean waits(Row row, UUID contactId, List<Verdict> verdicts) {
        for (var verdict : verdicts) {
            if (verdict instanceof Verdict.Collect(Instant digestAt)) {
                waits.collect(row.id(), row.recipient(), contactId, digestAt);
                dequeue(row.id());
                return true;
            }
        }
        for (var verdict : verdicts) {
            if (verdict instanceof Verdict.Hold(Instant until)) {
                waits.hold(row.id(), until);
                dequeue(row.id());
                return true;
            }
        }
        for (var verdict : verdicts) {
            if (verdict instanceof Verdict.Later(Duration pause)) {
                putBack(row.id(), pause);
                return true;
            }
        }
        return false;
    }

    /** The contact chosen when the message was written, or whoever holds the function now. */
    private Optional<Contact> holder(Row row) {
        var contactId = row.contactId();
        if (contactId != null) {
            var chosen = contacts.byId(contactId);
            if (chosen.isPresent() || row.function() == Function.PARTNER_CONTACT) {
                return chosen;
            }
        } else if (row.function() == Function.PARTNER_CONTACT) {
            return Optional.empty();
        }
        return contacts.holders(List.of(row.organisation()), List.of(row.function())).stream()
                .findFirst();
    }

    /** Extends the lease by its full length; false if another process has it by now. */
    private boolean renew(LeasedMail leased) {
        return jdbc.sql(
                                "update mail_queue set leased_until = clock_timestamp() + :lease * interval '1"
                                        + " millisecond' where delivery_id = :id and lease_token = :token")
                        .param("lease", settings.lease().toMillis())
                        .param("id", leased.deliveryId())
                        .param("token", leased.token())
                        .update()
                == 1;
    }

    private void dequeue(UUID id) {
        jdbc.sql("delete from mail_queue where delivery_id = ?").param(id).update();
    }

    private void putBack(UUID id, Duration wait) {
        jdbc.sql(
                        "update mail_queue set due_at = clock_timestamp() + :wait * interval '1 millisecond',"
                                + " leased_until = null, lease_token = null where delivery_id = :id")
                .param("wait", wait.toMillis())
                .param("id", id)
                .update();
    }

    /** Notes what the mail server said; false if the message moved on without this attempt. */
    private boolean record(MailJob job, String outcome, String reply) {
        jdbc.sql(
                        "update delivery_attempt set outcome = :outcome, reply = :reply, ended_at = clock_timestamp()"
                                + " where id = :id")
                .param("outcome", outcome)
                .param("reply", reply)
                .param("id", job.attemptId())
                .update();
        return find(job.deliveryId())
                .filter(it -> it.attempts() == job.attempt())
                // A lease that ended made it unclear; whoever sent it knows better, even late.
                .filter(it ->
                        switch (it.state()) {
                            case SENDING -> true;
                            case UNCLEAR -> outcome.equals("ACCEPTED") || outcome.equals("REFUSED");
                            default -> false;
                        })
                .isPresent();
    }

    private void end(MailJob job, DeliveryState state, @Nullable Reason reason) {
        var type = find(job.deliveryId()).map(Row::eventType).orElseThrow();
        end(job.deliveryId(), job.contact().id(), type, state, reason);
    }

    private void end(
            UUID id,
            @Nullable UUID contactId,
            String eventType,
            DeliveryState state,
            @Nullable Reason reason) {
        var root = roots.lock("delivery", id);
        var now = clock.now();
        var changed =
                jdbc.sql(
                                "update delivery set state = :state, reason = :reason, ended_at = :now where id = :id"
                                        + " and state in (:sources) returning id, link_id")
                        .param("state", state.name())
                        .param("reason", reason == null ? null : reason.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("sources", state.sources().stream().map(Enum::name).toList())
                        .query((row, number) ->
                                new DeliveryEnded(
                                        row.getObject("id", UUID.class),
                                        state,
                                        row.getObject("link_id", UUID.class)))
                        .optional();
        events.publishEvent(
                changed.orElseThrow(() ->
                        new IllegalStateException("Delivery " + id + " cannot become " + state)));
        if (contactId != null) {
            announce(root, id, contactId, eventType, state);
        }
    }

    private void announce(
            LockedRoot root, UUID id, UUID contactId, String eventType, DeliveryState state) {
        switch (state) {
            case SENT ->
                    outbox.append(
                            root,
                            NotificationSent.TOPIC,
                            new NotificationSent(
                                    id,
                                    contactId,
                                    eventType,
                                    Channel.MAIL.name(),
                                    clock.now(),
                                    root.version()));
            case BOUNCED, EXPIRED, GAVE_UP, UNCLEAR ->
                    outbox.append(
                            root,
                            NotificationFailed.TOPIC,
                            new NotificationFailed(
                                    id,
                                    contactId,
                                    eventType,
                                    Channel.MAIL.name(),
                                    state.name(),
                                    clock.now(),
                                    root.version()));
            case WAITING_FOR_CONTACT, PENDING, SENDING, SUPPRESSED, COLLECTED, BUNDLED -> {}
        }
    }

    private Optional<Row> find(UUID id) {
        return jdbc.sql(
                        """
                        select id, event_type, notice, facts, recipient, organisation, function, contact_id, state, link_id, case_id,
                            attempts, extract(epoch from clock_timestamp() - recorded_at) * 1000 as age
                        from delivery where id = ? for update
                        """)
                .param(id)
                .query((row, number) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getString("event_type"),
                                Notice.valueOf(row.getString("notice")),
                                json.readValue(row.getString("facts"), NoticeFacts.class),
                                row.getString("recipient"),
                                row.getString("organisation"),
                                Function.valueOf(row.getString("function")),
                                row.getObject("contact_id", UUID.class),
                                DeliveryState.valueOf(row.getString("state")),
                                row.getObject("link_id", UUID.class),
                                row.getObject("case_id", UUID.class),
                                row.getInt("attempts"),
                                Duration.ofMillis(row.getLong("age"))))
                .optional();
    }

    private record Row(
            UUID id,
            String eventType,
            Notice notice,
            NoticeFacts facts,
            String recipient,
            String organisation,
            Function function,
            @Nullable UUID contactId,
            DeliveryState state,
            @Nullable UUID linkId,
            @Nullable UUID caseId,
            int attempts,
            Duration age) {}
}
