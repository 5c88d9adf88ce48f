package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.inbox.Inbox;
import de.foerderkreis.notification.recipient.Contact;
import de.foerderkreis.notification.recipient.ContactArrived;
import de.foerderkreis.notification.recipient.ContactErased;
import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down who is to be told, in the transaction of the event that causes it: one row per
 * recipient, event, notice and channel. A row that is there already stays as it is, so an event
 * that comes twice tells nobody twice.
 */
@Component
public class Deliveries {

    /** How long a message waits for somebody to hold its function, in business time. */
    static final Duration PATIENCE = Duration.ofDays(90);

    static final String CONTACT_MISSING = "notification.contact-missing";

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Inbox inbox;
    private final BusinessClock clock;
    private final Deadlines deadlines;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Deliveries(
            JdbcClient jdbc,
            Contacts contacts,
            Inbox inbox,
            BusinessClock clock,
            Deadlines deadlines,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.inbox = inbox;
        this.clock = clock;
        this.deadlines = deadlines;
        this.json = json;
        this.events = events;
    }

    /** Tells each of the recipients, unless it was told already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Telling telling, Collection<Recipient> recipients) {
        var rows = rows(recipients);
        if (rows.isEmpty()) {
            return;
        }
        var written =
                jdbc.sql(
                                """
                                insert into delivery (id, event_id, event_type, notice, facts, recipient, organisation,
                                    function, contact_id, channel, state, reason, link_id, case_id, created_at, ended_at)
                                select r.id, :eventId, :eventType, :notice, :facts::jsonb, r.recipient, r.organisation,
                                    r.function, r."contactId", r.channel, r.state, r.reason, r."linkId", :caseId, :now,
                                    case when r.state = 'SENT' then :now end
                                from jsonb_to_recordset(:rows::jsonb) as r(id uuid, recipient text, organisation text,
                                    function text, "contactId" uuid, channel text, state text, reason text, "linkId" uuid)
                                on conflict do nothing
                                returning id, organisation, function, state
                                """)
                        .param("eventId", telling.eventId())
                        .param("eventType", telling.eventType())
                        .param("notice", telling.notice().name())
                        .param("facts", json.writeValueAsString(telling.facts()))
                        .param("caseId", telling.facts().caseId())
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .param("rows", json.writeValueAsString(rows))
                        .query((row, number) ->
                                new Written(
                                        row.getObject("id", UUID.class),
                                        row.getString("organisation"),
                                        row.getString("function"),
                                        DeliveryState.valueOf(row.getString("state"))))
                        .list();
        inbox.put(
                telling.notice(),
                telling.facts(),
                written.stream()
                        .filter(it -> it.state() == DeliveryState.SENT)
                        .map(it -> new Inbox.Entry(it.id(), it.organisation(), it.function()))
                        .toList());
        enqueue(idsIn(DeliveryState.PENDING, written));
        var giveUpAt = clock.now().plus(PATIENCE);
        idsIn(DeliveryState.WAITING_FOR_CONTACT, written)
                .forEach(id -> deadlines.schedule(CONTACT_MISSING, id.toString(), giveUpAt, "{}"));
    }

    /** What waited for a holder of the function goes to the one who just became known. */
    @EventListener
    void on(ContactArrived arrived) {
        var contact = arrived.contact();
        var released =
                jdbc.sql(
                                """
                                update delivery d set state = 'PENDING', reason = null, contact_id = :contact,
                                    recipient = :recipient
                                where organisation = :organisation and function = :function
                                    and state = 'WAITING_FOR_CONTACT' and not exists (
                                        select 1 from delivery twin where twin.event_id = d.event_id
                                        and twin.notice = d.notice and twin.channel = d.channel
                                        and twin.recipient = :recipient)
                                returning id
                                """)
                        .param("contact", contact.id())
                        .param(
                                "recipient",
                                key(contact.organisation(), contact.function(), contact.id()))
                        .param("organisation", contact.organisation())
                        .param("function", contact.function().name())
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list();
        released.forEach(id -> deadlines.cancel(CONTACT_MISSING, id.toString()));
        enqueue(released);
    }

    /**
     * A message not yet sent looks for the next holder; what was sent keeps no trace of whom it
     * reached.
     */
    @EventListener
    void on(ContactErased erased) {
        jdbc.sql("update delivery set contact_id = null where contact_id = ?")
                .param(erased.contactId())
                .update();
    }

    /** Nobody came in time. */
    void expire(UUID id) {
        jdbc.sql(
                        "update delivery set state = 'EXPIRED', reason = 'NO_CONTACT_IN_TIME', ended_at = :now where"
                                + " id = :id and state = 'WAITING_FOR_CONTACT'")
                .param("id", id)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Puts mails into the queue and wakes the sender after the commit. */
    void enqueue(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "insert into mail_queue (delivery_id, district) select id, :district from"
                                + " unnest(string_to_array(:ids, ',')::uuid[]) id on conflict do nothing")
                .param("district", Tenancy.district())
                .param("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .update();
        events.publishEvent(new MailsDue());
    }

    private List<Row> rows(Collection<Recipient> recipients) {
        var holders = holders(recipients);
        var rows = new ArrayList<Row>();
        for (var recipient : recipients) {
            if (recipient.channels().contains(Channel.PORTAL)) {
                rows.add(Row.inPortal(recipient));
            }
            if (recipient.channels().contains(Channel.MAIL)) {
                rows.addAll(Row.byMail(recipient, holders));
            }
        }
        return rows;
    }

    private List<Contact> holders(Collection<Recipient> recipients) {
        var byFunction =
                recipients.stream()
                        .filter(it ->
                                it.contactId() == null && it.channels().contains(Channel.MAIL))
                        .toList();
        if (byFunction.isEmpty()) {
            return List.of();
        }
        return contacts.holders(
                byFunction.stream().map(Recipient::organisation).distinct().toList(),
                byFunction.stream().map(Recipient::function).distinct().toList());
    }

    private static List<UUID> idsIn(DeliveryState state, List<Written> written) {
        return written.stream().filter(it -> it.state() == state).map(Written::id).toList();
    }

    static String key(String organisation, Function function, @Nullable UUID contactId) {
        var key = organisation + "/" + function;
        return contactId == null ? key : key + "/" + contactId;
    }

    private record Written(UUID id, String organisation, String function, DeliveryState state) {}

    private record Row(
            UUID id,
            String recipient,
            String organisation,
            Function function,
            @Nullable UUID contactId,
            Channel channel,
            DeliveryState state,
            @Nullable Reason reason,
            @Nullable UUID linkId) {

        static Row inPortal(Recipient to) {
            return new Row(
                    Ids.next(),
                    key(to.organisation(), to.function(), null),
                    to.organisation(),
                    to.function(),
                    null,
                    Channel.PORTAL,
                    DeliveryState.SENT,
                    null,
                    null);
        }

        static List<Row> byMail(Recipient to, List<Contact> holders) {
            var known =
                    to.contactId() != null
                            ? List.of(to.contactId())
                            : holders.stream()
                                    .filter(it -> it.organisation().equals(to.organisation()))
                                    .filter(it -> it.function() == to.function())
                                    .map(Contact::id)
                                    .toList();
            if (known.isEmpty()) {
                return List.of(
                        byMail(to, null, DeliveryState.WAITING_FOR_CONTACT, Reason.NO_CONTACT));
            }
            return known.stream().map(it -> byMail(to, it, DeliveryState.PENDING, null)).toList();
        }

        private static Row byMail(
                Recipient to,
                @Nullable UUID contactId,
                DeliveryState state,
                @Nullable Reason reason) {
            return new Row(
                    Ids.next(),
                    key(to.organisation(), to.function(), contactId),
                    to.organisation(),
                    to.function(),
                    contactId,
                    Channel.MAIL,
                    state,
                    reason,
                    to.linkId());
        }
    }
}
