package de.foerderkreis.contracts.stakeholder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The only event that carries names and addresses; compacted, readable by notification-service
 * alone. Key: the contact id. Erasure is a tombstone.
 *
 * @param organisation alias of the organisation the function belongs to
 * @param function {@code MAYOR, OFFICIAL, CLERK, HEAD, TREASURER, LANDRAT, COUNCIL_SECRETARY,
 *     PARTNER_CONTACT}
 * @param salutation {@code FRAU, HERR, NEUTRAL}
 * @param language {@code de} or {@code en}
 * @param subscriptions event types a partner asked to be told of; empty for functions that are told
 *     by duty
 * @param hasAccount whether somebody can sign in for this function
 */
public record ContactState(
        UUID contactId,
        String organisation,
        String organisationName,
        String function,
        String salutation,
        String name,
        String email,
        String language,
        List<String> subscriptions,
        boolean hasAccount,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.contacts.v1";
}
