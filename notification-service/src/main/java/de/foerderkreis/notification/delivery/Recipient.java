package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.recipient.Function;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be told: a function of an organisation, whoever holds it.
 *
 * @param contactId one particular contact, for partners that subscribed
 * @param linkId one-time link that goes with the mail
 */
public record Recipient(
        String organisation,
        Function function,
        Set<Channel> channels,
        @Nullable UUID contactId,
        @Nullable UUID linkId) {

    public Recipient {
        channels = Set.copyOf(channels);
    }

    /** The holders of a function. */
    public static Recipient function(
            String organisation, Function function, Set<Channel> channels) {
        return new Recipient(organisation, function, channels, null, null);
    }

    /** One contact of a partner. */
    public static Recipient partner(
            String organisation, UUID contactId, @Nullable UUID linkId, Set<Channel> channels) {
        return new Recipient(organisation, Function.PARTNER_CONTACT, channels, contactId, linkId);
    }
}
