package de.foerderkreis.platform.inbox;

import de.foerderkreis.platform.outbox.Causation;
import de.foerderkreis.platform.tenancy.Tenancy;

/**
 * The surroundings in which an event is applied: its district, and itself as the cause of what
 * follows.
 */
final class EventScope {

    private EventScope() {}

    static void run(EventMetadata event, Runnable work) {
        Tenancy.run(event.district(), () -> Causation.run(event.id(), work));
    }
}
