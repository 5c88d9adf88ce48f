package de.foerderkreis.notification.recipient;

import java.util.List;

/**
 * A contact became known or changed; listeners work in the same transaction.
 *
 * @param subscriptions event types entered for a partner, as the other service names them
 */
public record ContactArrived(Contact contact, List<String> subscriptions) {}
