package de.foerderkreis.notification.subscription;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one-time links of partners without an account: made with the mail they go into, used once.
 */
@Component
public class Links {

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final LinkSettings settings;

    Links(JdbcClient jdbc, BusinessClock clock, LinkSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** Makes a link that lets a partner change or end its notices. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID manage(UUID contactId) {
        return make(contactId, Purpose.MANAGE);
    }

    /** The path a mail shows; the link must be one of the current district. */
    @Transactional(readOnly = true)
    public Optional<Shown> shown(UUID id) {
        return find(id, false)
                .map(it ->
                        new Shown(
                                path(id),
                                // The last day on which the link still works the whole day.
                                LocalDate.ofInstant(it.expiresAt(), BusinessClock.ZONE)
                                        .minusDays(1)));
    }

    UUID make(UUID contactId, Purpose purpose) {
        var id = Ids.next();
        var now = clock.now();
        var lastDay = LocalDate.ofInstant(now.plus(settings.validity()), BusinessClock.ZONE);
        jdbc.sql(
                        "insert into link (id, contact_id, purpose, created_at, expires_at) values (:id, :contact, :purpose,"
                                + " :now, :expires)")
                .param("id", id)
                .param("contact", contactId)
                .param("purpose", purpose.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", BusinessClock.endOf(lastDay).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    String path(UUID id) {
        return "/l/n/" + new LinkToken(Tenancy.district(), id).signed(settings.key());
    }

    Optional<LinkToken> read(String token) {
        return LinkToken.read(token, settings.key());
    }

    Optional<Link> find(UUID id, boolean lock) {
        return jdbc.sql(
                        "select id, contact_id, purpose, expires_at, used_at, used_for from link where id = ?"
                                + (lock ? " for update" : ""))
                .param(id)
                .query((row, number) ->
                        new Link(
                                row.getObject("id", UUID.class),
                                row.getObject("contact_id", UUID.class),
                                Purpose.valueOf(row.getString("purpose")),
                                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)
                                        .orElse(null),
                                row.getString("used_for")))
                .optional();
    }

    void use(UUID id, String what) {
        jdbc.sql("update link set used_at = :now, used_for = :what where id = :id")
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("what", what)
                .param("id", id)
                .update();
    }

    /**
     * Makes a link somebody asked for; empty if one went out just now, so that nobody can be
     * flooded with them.
     */
    Optional<UUID> renew(UUID contactId, Purpose purpose) {
        var pause = settings.renewalPause().toMillis();
        var justNow =
                jdbc.sql(
                                "select count(*) from link where contact_id = :contact and renewal_at > clock_timestamp() -"
                                        + " :pause * interval '1 millisecond'")
                        .param("contact", contactId)
                        .param("pause", pause)
                        .query(Integer.class)
                        .single();
        if (justNow > 0) {
            return Optional.empty();
        }
        var id = make(contactId, purpose);
        jdbc.sql("update link set renewal_at = clock_timestamp() where id = ?").param(id).update();
        return Optional.of(id);
    }

    /**
     * A link as a mail shows it.
     *
     * @param lastDay last whole day it works
     */
    public record Shown(String path, LocalDate lastDay) {}

    enum Purpose {
        CONFIRM,
        MANAGE
    }

    record Link(
            UUID id,
            UUID contactId,
            Purpose purpose,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable String usedFor) {

        boolean isUsable(Instant now) {
            return usedAt == null && now.isBefore(expiresAt);
        }
    }
}
