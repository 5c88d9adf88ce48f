package de.foerderkreis.platform.clock;

import java.time.Instant;

/**
 * What falls due later. Part of the current transaction, for the current district; run by the
 * {@link DeadlineHandler} of its kind.
 */
public interface Deadlines {

    /**
     * Sets or moves the one deadline of this kind and subject.
     *
     * @param kind names the handler, {@code stakeholder.round-due} for instance
     * @param subject id of what falls due, unique within kind and district
     * @param dueAt first business instant at which the handler runs
     * @param payloadJson handed to the handler as it is
     */
    void schedule(String kind, String subject, Instant dueAt, String payloadJson);

    /**
     * Sets the one deadline of this kind and subject, or moves it forward; one that falls due
     * earlier, or has fallen due and not been run yet, stays as it is. For what may join something
     * that is due already and must not put it off.
     *
     * @param dueAt business instant at which the handler runs at the latest
     */
    void scheduleNoLater(String kind, String subject, Instant dueAt, String payloadJson);

    /** Removes the deadline if there is one. */
    void cancel(String kind, String subject);
}
