package de.foerderkreis.notification.recipient;

import de.foerderkreis.platform.clock.DeadlineHandler;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** From the first day of a term the messages waiting for a holder of the function have one. */
@Component
class TermBegins implements DeadlineHandler {

    private final Contacts contacts;

    TermBegins(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return Contacts.TERM_BEGINS;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        contacts.termBegins(UUID.fromString(subject), payloadJson);
    }
}
