package de.foerderkreis.notification.mail;

import de.foerderkreis.notification.delivery.Reason;

/** What became of one attempt, as far as anybody can know. */
sealed interface Outcome {

    /** What the mail server said, without addresses. */
    String reply();

    record Accepted(String reply) implements Outcome {}

    record Refused(String reply) implements Outcome {}

    /**
     * Nothing was accepted: the server was not reached, or said "later" before it took anything
     * over.
     */
    record NotSent(Reason reason, String reply) implements Outcome {}

    /** The whole mail was on its way and no answer came. */
    record Unclear(String reply) implements Outcome {}
}
