package de.foerderkreis.notification.calendar;

import de.foerderkreis.notification.subscription.LinkSettings;
import de.foerderkreis.notification.subscription.LinkToken;
import de.foerderkreis.notification.template.PortalAddress;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses under which people's calendars fetch their deadlines: one per person and
 * organisation. A calendar sends no login, so the address is the key; a new one ends the old one.
 * What it shows follows the roles of the person's last visit, and 180 days after it, it ends.
 */
@Component
public class CalendarFeeds {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final PortalAddress portal;
    private final byte[] key;

    CalendarFeeds(JdbcClient jdbc, Audit audit, PortalAddress portal, LinkSettings settings) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.portal = portal;
        this.key = settings.key("calendar");
    }

    /** The full address of the caller's feed, if there is one. */
    @Transactional(readOnly = true)
    public Optional<String> address(Caller caller) {
        return jdbc.sql("select id from calendar_feed where subject = ? and organisation = ?")
                .params(caller.subject(), caller.organisation())
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional()
                .map(this::address);
    }

    /** Makes a new address; the one before it ends. */
    @Transactional
    public String renew(Caller caller, Locale language) {
        remove(caller);
        var id = Ids.next();
        jdbc.sql(
                        "insert into calendar_feed (id, subject, organisation, roles, language) values (:id, :subject,"
                                + " :organisation, :roles, :language) on conflict (district, subject, organisation) do"
                                + " update set id = excluded.id, roles = excluded.roles, language = excluded.language,"
                                + " visited_at = clock_timestamp()")
                .param("id", id)
                .param("subject", caller.subject())
                .param("organisation", caller.organisation())
                .param("roles", caller.roles().toArray(String[]::new))
                .param("language", language.getLanguage().equals("en") ? "en" : "de")
                .update();
        audit.record("calendar-feed.made", "calendar-feed", id.toString(), null, null, null);
        return address(id);
    }

    /** Ends the caller's address. */
    @Transactional
    public void revoke(Caller caller) {
        remove(caller)
                .forEach(id ->
                        audit.record(
                                "calendar-feed.revoked",
                                "calendar-feed",
                                id.toString(),
                                null,
                                null,
                                null));
    }

    /** Notes that a person was here, with the roles it has now. */
    @Transactional
    public void visited(Caller caller) {
        jdbc.sql(
                        "update calendar_feed set roles = :roles, visited_at = clock_timestamp() where subject = :subject"
                                + " and organisation = :organisation")
                .param("roles", caller.roles().toArray(String[]::new))
                .param("subject", caller.subject())
                .param("organisation", caller.organisation())
                .update();
    }

    /** What an address stands for; empty if anything of it was changed. */
    Optional<LinkToken> read(String token) {
        return LinkToken.read(token, key);
    }

    /** The feed of the current district, if it was not ended. */
    @Transactional(readOnly = true)
    public Optional<Feed> find(UUID id) {
        return jdbc.sql(
                        "select organisation, roles, language from calendar_feed where id = ? and visited_at >"
                                + " clock_timestamp() - interval '180 days'")
                .param(id)
                .query((row, number) ->
                        new Feed(
                                row.getString("organisation"),
                                Arrays.asList((String[]) row.getArray("roles").getArray()),
                                Locale.of(row.getString("language"))))
                .optional();
    }

    private List<UUID> remove(Caller caller) {
        return jdbc.sql(
                        "delete from calendar_feed where subject = ? and organisation = ? returning id")
                .params(caller.subject(), caller.organisation())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private String address(UUID id) {
        return portal.of(
                "/l/n/kalender/" + new LinkToken(Tenancy.district(), id).signed(key) + ".ics");
    }

    record Feed(String organisation, List<String> roles, Locale language) {}
}
