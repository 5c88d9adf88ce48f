package de.foerderkreis.platform.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event that the current work reacts to; what the work publishes names it as its cause. */
public final class Causation {

    private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

    private Causation() {}

    /** Does work that reacts to an event. */
    public static void run(UUID eventId, Runnable work) {
        ScopedValue.where(CURRENT, eventId).run(work);
    }

    static @Nullable String current() {
        return CURRENT.isBound() ? CURRENT.get().toString() : null;
    }
}
