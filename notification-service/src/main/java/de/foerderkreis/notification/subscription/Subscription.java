package de.foerderkreis.notification.subscription;

import de.foerderkreis.notification.template.Notice;
import java.util.Set;
import java.util.UUID;

/**
 * What a partner was offered and what it chose.
 *
 * @param addressHash of the address that was asked; another one must confirm anew
 */
record Subscription(
        UUID contactId,
        String organisation,
        String addressHash,
        State state,
        Set<Notice> offered,
        Set<Notice> chosen) {

    enum State {
        ASKED,
        CONFIRMED,
        ENDED
    }
}
