package de.foerderkreis.platform.clock;

import java.time.Instant;

/**
 * A bean that does what is due. It runs in its own transaction, for the district of the deadline,
 * without a caller; the deadline is removed in the same transaction. Deadlines run in due order.
 * One that fails is tried again later and holds up no other.
 */
public interface DeadlineHandler {

    /** The kind of deadline it handles. */
    String kind();

    /** Does what is due. In profile demo the business clock stands at {@code dueAt} or later. */
    void onDue(String subject, Instant dueAt, String payloadJson);
}
