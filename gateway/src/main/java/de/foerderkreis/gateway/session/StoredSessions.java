package de.foerderkreis.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions in the database, believed for a few seconds. A request reads the instance's snapshot;
 * the row is read again when the snapshot is older than {@code cached}, and the time of last use is
 * written at most once per {@code touch}. So a logout that any instance wrote reaches all of them
 * within {@code cached}, and a page with twenty requests costs the database one read.
 *
 * @param <S> Spring Session's stored session
 */
class StoredSessions<S extends Session> implements SessionRepository<VisitorSession<S>> {

    private static final int ID_LENGTH = 36;

    private final SessionRepository<S> rows;
    private final JdbcClient jdbc;
    private final SessionSettings settings;
    private final Clock clock;
    private final Counter reads;
    private final Cache<String, Optional<Snapshot>> cache;

    StoredSessions(
            SessionRepository<S> rows,
            JdbcClient jdbc,
            SessionSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.reads =
                Counter.builder("gateway.session.reads")
                        .description("Sessions read from the database")
                        .register(metrics);
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(50_000)
                        .expireAfterWrite(settings.cached())
                        .build();
    }

    @Override
    public VisitorSession<S> createSession() {
        var row = rows.createSession();
        row.setMaxInactiveInterval(settings.pending());
        var session = new VisitorSession<S>(row, Map.of(), () -> row);
        session.setLastAccessedTime(clock.instant());
        return session;
    }

    @Override
    public @Nullable VisitorSession<S> findById(String id) {
        if (id.length() != ID_LENGTH) {
            return null;
        }
        var snapshot = cache.get(id, this::read);
        return snapshot.isEmpty() || snapshot.get().expiredAt(clock.instant())
                ? null
                : new VisitorSession<>(
                        snapshot.get().seen(),
                        snapshot.get().attributes(),
                        () -> rows.findById(id));
    }

    /**
     * A cookie of a session long gone is believed gone for as long: it costs one read, not one per
     * request.
     */
    private Optional<Snapshot> read(String id) {
        reads.increment();
        var row = rows.findById(id);
        if (row == null) {
            return Optional.empty();
        }
        Map<String, Object> attributes =
                row.getAttributeNames().stream()
                        // Written with another key it reads as if it were not there.
                        .filter(name -> row.getAttribute(name) != null)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        name -> name,
                                        name -> row.<Object>getRequiredAttribute(name)));
        return Optional.of(
                new Snapshot(
                        row, attributes, new AtomicLong(row.getLastAccessedTime().toEpochMilli())));
    }

    @Override
    public void save(VisitorSession<S> session) {
        var row = session.changedRow();
        if (row != null) {
            row.setLastAccessedTime(clock.instant());
            rows.save(row);
            if (session.loginChanged()) {
                index(session);
            }
            forget(session.originalId());
            forget(session.getId());
        } else {
            touch(session);
        }
    }

    /**
     * Notes which sessions of the identity provider the row belongs to, so that a back-channel
     * logout finds it on any instance.
     */
    private void index(VisitorSession<S> session) {
        Login login = session.getAttribute(Login.ATTRIBUTE);
        if (login != null) {
            jdbc.sql(
                            """
                            insert into session_login (session_id, sid, subject)
                            select session_id, :sid, :subject from spring_session where session_id = :id for key share
                            on conflict (session_id) do update set sid = excluded.sid, subject = excluded.subject\
                            """)
                    .param("sid", login.sid())
                    .param("subject", login.subject())
                    .param("id", session.getId())
                    .update();
        }
    }

    private void touch(VisitorSession<S> session) {
        var seen = cache.getIfPresent(session.getId());
        if (seen == null || seen.isEmpty()) {
            return;
        }
        var snapshot = seen.get();
        var now = clock.millis();
        var last = snapshot.touchedAt().get();
        if (now - last >= settings.touch().toMillis()
                && snapshot.touchedAt().compareAndSet(last, now)) {
            jdbc.sql(
                            """
                            update spring_session set last_access_time = :now, expiry_time = :now + max_inactive_interval * 1000::bigint
                            where session_id = :id and last_access_time < :now\
                            """)
                    .param("now", now)
                    .param("id", session.getId())
                    .update();
        }
    }

    @Override
    public void deleteById(String id) {
        rows.deleteById(id);
        forget(id);
    }

    /**
     * The login as the database has it now, whatever was seen before; null if the session is over.
     */
    @Nullable Login currentLogin(String id) {
        reads.increment();
        var row = rows.findById(id);
        return row == null ? null : row.getAttribute(Login.ATTRIBUTE);
    }

    /** Replaces the login of a session that still exists. */
    void replaceLogin(String id, Login login) {
        var row = rows.findById(id);
        if (row != null) {
            row.setAttribute(Login.ATTRIBUTE, login);
            rows.save(row);
        }
        forget(id);
    }

    /**
     * Ends every session that belongs to this session of the identity provider, or without one to
     * this person.
     */
    List<String> endAll(@Nullable String sid, @Nullable String subject) {
        var ended =
                jdbc.sql(
                                """
                                delete from spring_session s using session_login l
                                where l.session_id = s.session_id
                                and case when :sid::text is not null then l.sid = :sid else l.subject = :subject end
                                returning l.session_id\
                                """)
                        .param("sid", sid)
                        .param("subject", subject)
                        .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                        .list();
        ended.forEach(this::forget);
        return ended;
    }

    void forget(String id) {
        cache.invalidate(id);
    }

    /**
     * What one read of the row found; the values are immutable and serve all requests of these
     * seconds.
     */
    private record Snapshot(Session seen, Map<String, Object> attributes, AtomicLong touchedAt) {

        boolean expiredAt(Instant now) {
            return seen.getMaxInactiveInterval().isPositive()
                    && now.toEpochMilli() - touchedAt.get()
                            >= seen.getMaxInactiveInterval().toMillis();
        }
    }
}
