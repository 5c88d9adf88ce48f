package de.foerderkreis.notification.recipient;

import de.foerderkreis.contracts.stakeholder.ContactState;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The local copy of names and official addresses. Nothing of it leaves this service except in a
 * mail's address lines.
 */
@Component
public class Contacts {

    /** Falls due when a contact entered for later begins to hold its function. */
    static final String TERM_BEGINS = "notification.term-begins";

    private static final String COLUMNS =
            "contact_id, organisation, organisation_name, function, salutation, name, email, language, has_account";

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    Contacts(
            JdbcClient jdbc,
            BusinessClock clock,
            Deadlines deadlines,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.json = json;
        this.jdbc = jdbc;
        this.clock = clock;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** Takes over the full state of a contact. */
    @Transactional
    public void take(ContactState state) {
        var function = Function.named(state.function());
        if (function.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into contact (contact_id, organisation, organisation_name, function, salutation, name,
                            email, language, has_account, valid_from, valid_to)
                        values (:id, :organisation, :organisationName, :function, :salutation, :name, :email,
                            :language, :hasAccount, :validFrom, :validTo)
                        on conflict (contact_id) do update set organisation = excluded.organisation,
                            organisation_name = excluded.organisation_name, function = excluded.function,
                            salutation = excluded.salutation, name = excluded.name, email = excluded.email,
                            language = excluded.language, has_account = excluded.has_account,
                            valid_from = excluded.valid_from, valid_to = excluded.valid_to
                        """)
                .param("id", state.contactId())
                .param("organisation", state.organisation())
                .param("organisationName", state.organisationName())
                .param("function", state.function())
                .param("salutation", state.salutation())
                .param("name", state.name())
                .param("email", state.email())
                .param("language", state.language())
                .param("hasAccount", state.hasAccount())
                .param("validFrom", state.validFrom())
                .param("validTo", state.validTo())
                .update();
        var subject = state.contactId().toString();
        if (state.validFrom().isAfter(clock.today())) {
            var begins = state.validFrom().atStartOfDay(BusinessClock.ZONE).toInstant();
            deadlines.schedule(
                    TERM_BEGINS, subject, begins, json.writeValueAsString(state.subscriptions()));
        } else {
            deadlines.cancel(TERM_BEGINS, subject);
            byId(state.contactId())
                    .ifPresent(it ->
                            events.publishEvent(new ContactArrived(it, state.subscriptions())));
        }
    }

    /** Erases a contact and tells everyone here who keeps something of it. */
    @Transactional
    public void erase(UUID contactId) {
        events.publishEvent(new ContactErased(contactId));
        deadlines.cancel(TERM_BEGINS, contactId.toString());
        jdbc.sql("delete from contact where contact_id = ?").param(contactId).update();
    }

    /** The contact, if it holds its function today. */
    @Transactional(readOnly = true)
    public Optional<Contact> byId(UUID contactId) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from contact where contact_id = :id and valid_from <= :today"
                                + " and (valid_to is null or valid_to >= :today)")
                .param("id", contactId)
                .param("today", clock.today())
                .query(Contacts::contact)
                .optional();
    }

    /** Everyone who holds one of the functions in one of the organisations today. */
    @Transactional(readOnly = true)
    public List<Contact> holders(Collection<String> organisations, Collection<Function> functions) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from contact where organisation = any(:organisations) and function ="
                                + " any(:functions) and valid_from <= :today and (valid_to is null or valid_to >="
                                + " :today) order by organisation, function, contact_id")
                .param("organisations", organisations.toArray(String[]::new))
                .param("functions", functions.stream().map(Enum::name).toArray(String[]::new))
                .param("today", clock.today())
                .query(Contacts::contact)
                .list();
    }

    /** The name of an organisation as its contacts carry it. */
    @Transactional(readOnly = true)
    public @Nullable String nameOf(String organisation) {
        return jdbc.sql(
                        "select organisation_name from contact where organisation = ? order by contact_id limit 1")
                .param(organisation)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Whether anybody holds this function in the district, now or later. */
    @Transactional(readOnly = true)
    public boolean any(Function function) {
        return jdbc.sql("select exists (select 1 from contact where function = ?)")
                .param(function.name())
                .query(Boolean.class)
                .single();
    }

    /** The contact holds its function from today. */
    void termBegins(UUID contactId, String subscriptionsJson) {
        var subscriptions = List.of(json.readValue(subscriptionsJson, String[].class));
        byId(contactId).ifPresent(it -> events.publishEvent(new ContactArrived(it, subscriptions)));
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("contact_id", UUID.class),
                row.getString("organisation"),
                row.getString("organisation_name"),
                Function.valueOf(row.getString("function")),
                row.getString("salutation"),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getBoolean("has_account"));
    }
}
