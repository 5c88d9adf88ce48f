package de.foerderkreis.platform.reconciliation;

import java.util.List;
import java.util.UUID;

/**
 * A service lacks events and asks their producer to emit them again, under the same ids.
 *
 * @param service the producer that is asked
 * @param by the service that asks
 * @param ids of the events
 */
record ReemitRequested(String service, String by, List<UUID> ids) {

    static final String TOPIC = "foerderkreis.reemit.v1";
}
