package de.foerderkreis.notification.subscription;

import de.foerderkreis.notification.delivery.Channel;
import de.foerderkreis.notification.delivery.Deliveries;
import de.foerderkreis.notification.delivery.Recipient;
import de.foerderkreis.notification.delivery.Telling;
import de.foerderkreis.notification.recipient.Contact;
import de.foerderkreis.notification.recipient.ContactArrived;
import de.foerderkreis.notification.recipient.ContactErased;
import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.subscription.Links.Purpose;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Double opt-in: what somebody entered for a partner is only an offer. The partner is asked once by
 * mail; notices go out after it confirmed, to the address that confirmed.
 */
@Component
public class Subscriptions {

    private final JdbcClient jdbc;
    private final Links links;
    private final Deliveries deliveries;
    private final Contacts contacts;
    private final BusinessClock clock;
    private final Audit audit;

    Subscriptions(
            JdbcClient jdbc,
            Links links,
            Deliveries deliveries,
            Contacts contacts,
            BusinessClock clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.links = links;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The partners that want this notice: by mail if they confirmed it, in the portal if they can
     * sign in.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Recipient> recipients(Notice notice) {
        return jdbc
                .sql(
                        """
                        select s.contact_id, s.organisation, c.has_account,
                            s.state = 'CONFIRMED' and :notice = any(s.chosen) as by_mail
                        from subscription s join contact c using (contact_id)
                        where s.state <> 'ENDED' and (:notice = any(s.chosen) or (s.state = 'ASKED' and :notice = any(s.offered)))
                            and c.valid_from <= :today and (c.valid_to is null or c.valid_to >= :today)
                        order by s.organisation, s.contact_id
                        """)
                .param("notice", notice.name())
                .param("today", clock.today())
                .query((row, number) ->
                        new Interested(
                                row.getObject("contact_id", UUID.class),
                                row.getString("organisation"),
                                row.getBoolean("has_account"),
                                row.getBoolean("by_mail")))
                .list()
                .stream()
                .filter(it -> !it.channels().isEmpty())
                .map(it ->
                        Recipient.partner(
                                it.organisation(),
                                it.contactId(),
                                it.byMail() ? links.manage(it.contactId()) : null,
                                it.channels()))
                .toList();
    }

    /** What a contact may be asked to confirm, in the order of the settings. */
    @Transactional(readOnly = true)
    public List<Notice> offered(UUID contactId) {
        return find(contactId, false)
                .map(Subscription::offered)
                .map(List::copyOf)
                .orElse(List.of());
    }

    @EventListener
    void on(ContactArrived arrived) {
        var contact = arrived.contact();
        if (contact.function() != Function.PARTNER_CONTACT) {
            return;
        }
        var wished = wished(arrived.subscriptions());
        var known = find(contact.id(), true);
        if (known.isEmpty()) {
            if (!wished.isEmpty()) {
                begin(contact, wished);
            }
            return;
        }
        offer(contact, known.get(), wished);
    }

    /** Nothing of an erased contact stays. */
    @EventListener
    void on(ContactErased erased) {
        jdbc.sql("delete from subscription where contact_id = ?")
                .param(erased.contactId())
                .update();
    }

    Optional<Subscription> find(UUID contactId, boolean lock) {
        return jdbc.sql(
                        "select contact_id, organisation, address_hash, state, offered, chosen from subscription where"
                                + " contact_id = ?"
                                + (lock ? " for update" : ""))
                .param(contactId)
                .query(Subscriptions::subscription)
                .optional();
    }

    /** The partner itself says what it wants. */
    void confirm(UUID contactId, Collection<Notice> chosen) {
        var now = clock.now().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        "update subscription set state = 'CONFIRMED', chosen = string_to_array(:chosen, ','), confirmed_at ="
                                + " coalesce(confirmed_at, :now), ended_at = null where contact_id = :contact")
                .param("chosen", names(chosen))
                .param("now", now)
                .param("contact", contactId)
                .update();
        audit.record(
                "subscription.confirmed",
                "subscription",
                contactId.toString(),
                null,
                Map.of("chosen", names(chosen)),
                null);
    }

    /** The partner wants nothing any more. */
    void end(UUID contactId) {
        jdbc.sql(
                        "update subscription set state = 'ENDED', chosen = '{}', ended_at = :now where contact_id = :contact")
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("contact", contactId)
                .update();
        audit.record("subscription.ended", "subscription", contactId.toString(), null, null, null);
    }

    /** Sends a new link to the address on file, whoever asked for it. */
    void sendNewLink(UUID contactId, Purpose purpose) {
        var contact = contacts.byId(contactId);
        if (contact.isEmpty()) {
            return;
        }
        links.renew(contactId, purpose)
                .ifPresent(link ->
                        tell(
                                contact.get(),
                                purpose == Purpose.CONFIRM
                                        ? Notice.SUBSCRIPTION_CONFIRMATION
                                        : Notice.SUBSCRIPTION_LINK,
                                link));
    }

    private void begin(Contact contact, Set<Notice> wished) {
        jdbc.sql(
                        "insert into subscription (contact_id, organisation, address_hash, state, offered, chosen) values"
                                + " (:id, :organisation, :address, 'ASKED', string_to_array(:offered, ','), '{}')")
                .param("id", contact.id())
                .param("organisation", contact.organisation())
                .param("address", hash(contact.email()))
                .param("offered", names(wished))
                .update();
        ask(contact);
    }

    private void offer(Contact contact, Subscription known, Set<Notice> wished) {
        var sameAddress = known.addressHash().equals(hash(contact.email()));
        var chosen = EnumSet.noneOf(Notice.class);
        known.chosen().stream().filter(wished::contains).forEach(chosen::add);
        var state = known.state();
        if (!sameAddress) {
            // The new address has confirmed nothing.
            chosen.clear();
            state = state == Subscription.State.ENDED ? state : Subscription.State.ASKED;
        }
        jdbc.sql(
                        "update subscription set address_hash = :address, state = :state, offered = string_to_array(:offered,"
                                + " ','), chosen = string_to_array(:chosen, ',') where contact_id = :id")
                .param("address", hash(contact.email()))
                .param("state", state.name())
                .param("offered", names(wished))
                .param("chosen", names(chosen))
                .param("id", contact.id())
                .update();
        var somethingNew = !known.offered().containsAll(wished);
        if (state != Subscription.State.ENDED
                && !wished.isEmpty()
                && (somethingNew || !sameAddress)) {
            ask(contact);
        }
    }

    private void ask(Contact contact) {
        tell(contact, Notice.SUBSCRIPTION_CONFIRMATION, links.make(contact.id(), Purpose.CONFIRM));
    }

    private void tell(Contact contact, Notice notice, UUID link) {
        // The link is the cause: each link goes out exactly once.
        deliveries.tell(
                new Telling(link, "ContactState", notice, NoticeFacts.none()),
                List.of(
                        Recipient.partner(
                                contact.organisation(), contact.id(), link, Set.of(Channel.MAIL))));
    }

    private static Set<Notice> wished(Collection<String> eventTypes) {
        var wished = EnumSet.noneOf(Notice.class);
        eventTypes.forEach(it -> Notice.subscribable(it).ifPresent(wished::add));
        return wished;
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getObject("contact_id", UUID.class),
                row.getString("organisation"),
                row.getString("address_hash"),
                Subscription.State.valueOf(row.getString("state")),
                notices(row.getArray("offered")),
                notices(row.getArray("chosen")));
    }

    private static Set<Notice> notices(Array array) throws SQLException {
        var notices = EnumSet.noneOf(Notice.class);
        Arrays.stream((String[]) array.getArray()).map(Notice::valueOf).forEach(notices::add);
        return notices;
    }

    private static String names(Collection<Notice> notices) {
        return notices.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String hash(String address) {
        try {
            var bytes = address.strip().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private record Interested(
            UUID contactId, String organisation, boolean hasAccount, boolean byMail) {

        Set<Channel> channels() {
            var channels = EnumSet.noneOf(Channel.class);
            if (byMail) {
                channels.add(Channel.MAIL);
            }
            if (hasAccount) {
                channels.add(Channel.PORTAL);
            }
            return channels;
        }
    }
}
