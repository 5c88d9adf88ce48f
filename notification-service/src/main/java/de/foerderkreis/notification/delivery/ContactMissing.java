package de.foerderkreis.notification.delivery;

import de.foerderkreis.platform.clock.DeadlineHandler;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends the wait for somebody to hold a function. */
@Component
class ContactMissing implements DeadlineHandler {

    private final Deliveries deliveries;

    ContactMissing(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String kind() {
        return Deliveries.CONTACT_MISSING;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        deliveries.expire(UUID.fromString(subject));
    }
}
