package de.foerderkreis.notification.delivery;

/** Mails were put into the queue; who sends them may look now instead of at the next round. */
public record MailsDue() {}
