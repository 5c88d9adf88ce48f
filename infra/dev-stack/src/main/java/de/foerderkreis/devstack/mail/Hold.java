package de.foerderkreis.devstack.mail;

/**
 * Lets a test stop the world between "the server has stored the mail" and "the sender knows it":
 * while held, mails are stored and the answer to their sender waits.
 */
final class Hold {

    private boolean held;

    synchronized void set(boolean hold) {
        held = hold;
        notifyAll();
    }

    synchronized boolean isSet() {
        return held;
    }

    /** Waits until nothing is held. */
    synchronized void pass() {
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
