package de.foerderkreis.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session as one request sees it. Reading costs nothing: the values come from the instance's
 * snapshot. The first change fetches the row, and only then is anything written back.
 *
 * @param <S> the stored session behind it
 */
class VisitorSession<S extends Session> implements Session {

    private final String originalId;
    private final Instant created;
    private final Map<String, Object> attributes;
    private final Supplier<@Nullable S> fetch;
    private Duration idle;
    private Instant lastAccess;
    private String id;
    private @Nullable S row;
    private boolean changed;
    private boolean loginChanged;

    VisitorSession(Session seen, Map<String, Object> attributes, Supplier<@Nullable S> fetch) {
        this.originalId = seen.getId();
        this.id = seen.getId();
        this.created = seen.getCreationTime();
        this.lastAccess = seen.getLastAccessedTime();
        this.idle = seen.getMaxInactiveInterval();
        this.attributes = new HashMap<>(attributes);
        this.fetch = fetch;
    }

    /**
     * The row to write back, null if nothing but the time of access changed or the session is gone.
     */
    @Nullable S changedRow() {
        return changed ? row : null;
    }

    /** Whether somebody signed in during this request. */
    boolean loginChanged() {
        return loginChanged;
    }

    String originalId() {
        return originalId;
    }

    private @Nullable S row() {
        if (row == null) {
            row = fetch.get();
        }
        changed = true;
        return row;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        var stored = row();
        if (stored != null) {
            id = stored.changeSessionId();
        }
        return id;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        attributes.put(name, value);
        loginChanged |= name.equals(Login.ATTRIBUTE);
        var stored = row();
        if (stored != null) {
            stored.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
        var stored = row();
        if (stored != null) {
            stored.removeAttribute(name);
        }
    }

    @Override
    public Instant getCreationTime() {
        return created;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        lastAccess = time;
    }

    @Override
    public Instant getLastAccessedTime() {
        return lastAccess;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        if (interval.equals(idle)) {
            return;
        }
        idle = interval;
        var stored = row();
        if (stored != null) {
            stored.setMaxInactiveInterval(interval);
        }
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    @Override
    public boolean isExpired() {
        return false;
    }
}
