package de.foerderkreis.notification.mail;

/**
 * The moment between the mail server's acceptance and the commit of that fact; only a fault test
 * ever stays in it.
 */
@FunctionalInterface
interface AcceptanceWindow {

    void pass();
}
