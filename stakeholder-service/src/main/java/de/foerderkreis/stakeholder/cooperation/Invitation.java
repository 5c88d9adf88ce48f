package de.foerderkreis.stakeholder.cooperation;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that was sent.
 *
 * @param replaced whether a newer one was sent since
 * @param used whether an answer was given by it
 */
record Invitation(
        UUID id,
        UUID cooperationId,
        UUID contactId,
        Instant validUntil,
        boolean replaced,
        boolean used) {

    boolean opens(Instant now) {
        return !replaced && !used && now.isBefore(validUntil);
    }
}
