package de.foerderkreis.notification.calendar;

import de.foerderkreis.notification.calendar.CalendarEntry.Kind;
import de.foerderkreis.platform.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The days of a district; a change counts up the entry's sequence, the same again does not. */
@Component
class CalendarBook {

    /** What is longer past leaves the feeds. */
    private static final Period SHOWN = Period.ofYears(1);

    private static final int LIMIT = 1_000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CalendarBook(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters a day or moves it. */
    @Transactional
    public void put(
            String uid, Kind kind, String title, LocalDate day, String link, Readers readers) {
        jdbc.sql(
                        """
                        insert into calendar_entry as e (uid, kind, title, day, link, roles, towns, partner, changed_at)
                        values (:uid, :kind, :title, :day, :link, :roles, :towns, :partner, :now)
                        on conflict (district, uid) do update set title = excluded.title, day = excluded.day,
                            link = excluded.link, roles = excluded.roles, towns = excluded.towns, partner = excluded.partner,
                            active = true, sequence = e.sequence + 1, changed_at = excluded.changed_at
                        where (e.title, e.day, e.link, e.active) is distinct from (excluded.title, excluded.day,
                            excluded.link, true)
                        """)
                .param("uid", uid)
                .param("kind", kind.name())
                .param("title", title)
                .param("day", day)
                .param("link", link)
                .param("roles", readers.roles().toArray(String[]::new))
                .param("towns", readers.towns().toArray(String[]::new))
                .param("partner", readers.partner())
                .param("now", now())
                .update();
    }

    /** Moves a day that is known; one that is not comes with the event that enters it. */
    @Transactional
    public void move(String uid, LocalDate day) {
        jdbc.sql(
                        "update calendar_entry set day = :day, sequence = sequence + 1, changed_at = :now where uid ="
                                + " :uid and day <> :day")
                .param("day", day)
                .param("now", now())
                .param("uid", uid)
                .update();
    }

    /** A town got a day of its own; the common one is no longer its day. */
    @Transactional
    public void part(String uid, String town, String ownUid, LocalDate day) {
        jdbc.sql("update calendar_entry set towns = array_remove(towns, :town) where uid = :uid")
                .param("town", town)
                .param("uid", uid)
                .update();
        jdbc.sql(
                        """
                        insert into calendar_entry as e (uid, kind, title, day, link, towns, changed_at)
                        select :own, kind, title, :day, link, array[:town], :now from calendar_entry where uid = :uid
                        on conflict (district, uid) do update set day = excluded.day, sequence = e.sequence + 1,
                            changed_at = excluded.changed_at where e.day <> excluded.day
                        """)
                .param("own", ownUid)
                .param("day", day)
                .param("town", town)
                .param("now", now())
                .param("uid", uid)
                .update();
    }

    /** Nothing presses any more. */
    @Transactional
    public void remove(String uid) {
        jdbc.sql(
                        "update calendar_entry set active = false, sequence = sequence + 1, changed_at = :now where uid"
                                + " = :uid and active")
                .param("now", now())
                .param("uid", uid)
                .update();
    }

    /** The days somebody in this organisation with these roles has to know. */
    @Transactional(readOnly = true)
    public List<CalendarEntry> of(String organisation, Collection<String> roles) {
        return jdbc.sql(
                        """
                        select uid, kind, title, day, link, sequence, changed_at from calendar_entry
                        where active and day >= :from and (:organisation = any(towns) or partner = :organisation
                            or (district = :organisation and roles && :roles::text[]))
                        order by day, uid limit :limit
                        """)
                .param("from", clock.today().minus(SHOWN))
                .param("organisation", organisation)
                .param("roles", roles.toArray(String[]::new))
                .param("limit", LIMIT)
                .query((row, number) ->
                        new CalendarEntry(
                                row.getString("uid"),
                                Kind.valueOf(row.getString("kind")),
                                row.getString("title"),
                                row.getObject("day", LocalDate.class),
                                row.getString("link"),
                                row.getInt("sequence"),
                                instant(row.getObject("changed_at", OffsetDateTime.class))))
                .list();
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    /**
     * Who has to know a day.
     *
     * @param roles of the district administration
     * @param towns by AGS
     * @param partner alias of a partner organisation
     */
    record Readers(Set<String> roles, Collection<String> towns, @Nullable String partner) {

        static Readers roles(String... roles) {
            return new Readers(Set.of(roles), List.of(), null);
        }
    }
}
