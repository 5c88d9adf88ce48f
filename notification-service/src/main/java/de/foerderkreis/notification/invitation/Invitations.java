package de.foerderkreis.notification.invitation;

import de.foerderkreis.notification.delivery.Channel;
import de.foerderkreis.notification.delivery.Deliveries;
import de.foerderkreis.notification.delivery.DeliveryEnded;
import de.foerderkreis.notification.delivery.DeliveryState;
import de.foerderkreis.notification.delivery.Recipient;
import de.foerderkreis.notification.delivery.Telling;
import de.foerderkreis.notification.recipient.Contact;
import de.foerderkreis.notification.recipient.ContactArrived;
import de.foerderkreis.notification.recipient.ContactErased;
import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.subscription.LinkSettings;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations by one-time link. The token lies here sealed until the mail server has taken the mail
 * over, at most until the link ends; a mail that bounced or is unclear can be sent again until
 * then.
 */
@Component
public class Invitations {

    /** Falls due when the link ends: from then on the token is worth nothing. */
    static final String LINK_ENDS = "notification.invitation-ends";

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Contacts contacts;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final byte[] key;

    Invitations(
            JdbcClient jdbc,
            Deliveries deliveries,
            Contacts contacts,
            Deadlines deadlines,
            BusinessClock clock,
            LinkSettings settings) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.clock = clock;
        this.key = settings.key("invitation");
    }

    /** Keeps the token and has the mail sent, now or as soon as the contact is known here. */
    @Transactional
    public void issued(UUID id, UUID contactId, UUID caseId, String token, Instant validUntil) {
        if (!clock.now().isBefore(validUntil)) {
            // An old event read by a new installation: nobody can use that link any more.
            return;
        }
        var written =
                jdbc.sql(
                                "insert into invitation (id, contact_id, case_id, token, valid_until) values (:id,"
                                        + " :contact, :case, :token, :until) on conflict do nothing")
                        .param("id", id)
                        .param("contact", contactId)
                        .param("case", caseId)
                        .param("token", SealedToken.seal(token, id.toString(), key))
                        .param("until", validUntil.atOffset(ZoneOffset.UTC))
                        .update();
        if (written == 0) {
            return;
        }
        deadlines.schedule(LINK_ENDS, id.toString(), validUntil, "{}");
        contacts.byId(contactId).ifPresent(it -> tell(it, id, caseId));
    }

    /** The link of an invitation as its mail shows it; empty once the token is gone. */
    @Transactional(readOnly = true)
    public Optional<Shown> shown(UUID id) {
        return jdbc.sql(
                        "select token, valid_until from invitation where id = ? and token is not null")
                .param(id)
                .query((row, number) ->
                        new Shown(
                                "/l/" + SealedToken.open(row.getBytes("token"), id.toString(), key),
                                LocalDate.ofInstant(
                                                row.getObject("valid_until", OffsetDateTime.class)
                                                        .toInstant(),
                                                BusinessClock.ZONE)
                                        .minusDays(1)))
                .optional();
    }

    /** Whether there is still a link to send. */
    @Transactional(readOnly = true)
    public boolean isSendable(UUID id) {
        return jdbc.sql(
                                "select count(*) from invitation where id = :id and token is not null and valid_until"
                                        + " > :now")
                        .param("id", id)
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Invitation and contact travel on different topics; what came first waits for the other. */
    @EventListener
    void on(ContactArrived arrived) {
        jdbc.sql(
                        "select id, case_id from invitation where contact_id = :contact and token is not null and"
                                + " valid_until > :now")
                .param("contact", arrived.contact().id())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Waiting(
                                row.getObject("id", UUID.class),
                                row.getObject("case_id", UUID.class)))
                .list()
                .forEach(it -> tell(arrived.contact(), it.id(), it.caseId()));
    }

    @EventListener
    void on(DeliveryEnded ended) {
        var id = ended.linkId();
        if (ended.state() == DeliveryState.SENT && id != null) {
            forget(id);
        }
    }

    @EventListener
    void on(ContactErased erased) {
        jdbc.sql("delete from invitation where contact_id = ?").param(erased.contactId()).update();
    }

    /** The token is gone for good; that there was an invitation stays. */
    void forget(UUID id) {
        jdbc.sql("update invitation set token = null where id = ?").param(id).update();
        deadlines.cancel(LINK_ENDS, id.toString());
    }

    /** The invitation itself is the cause: however often the contact changes, it is told once. */
    private void tell(Contact contact, UUID id, UUID caseId) {
        deliveries.tell(
                new Telling(
                        id,
                        "InvitationIssued",
                        Notice.COOPERATION_INVITATION,
                        NoticeFacts.ofCase(caseId)),
                List.of(
                        Recipient.partner(
                                contact.organisation(), contact.id(), id, Set.of(Channel.MAIL))));
    }

    private record Waiting(UUID id, UUID caseId) {}

    /**
     * A link as a mail shows it.
     *
     * @param lastDay last whole day it works
     */
    public record Shown(String path, LocalDate lastDay) {

        @Override
        public String toString() {
            return "Shown[lastDay=" + lastDay + "]";
        }
    }
}
