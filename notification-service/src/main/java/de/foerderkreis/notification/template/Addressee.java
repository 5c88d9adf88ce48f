package de.foerderkreis.notification.template;

/**
 * To whom a mail is worded.
 *
 * @param salutation {@code FRAU, HERR, NEUTRAL}
 * @param function of the contact
 * @param language {@code de} or {@code en}
 * @param hasAccount whether a link into the portal is of any use
 */
public record Addressee(
        String salutation, String function, String name, String language, boolean hasAccount) {}
