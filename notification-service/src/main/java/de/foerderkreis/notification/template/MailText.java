package de.foerderkreis.notification.template;

/** A mail in words, ready to be sent. */
public record MailText(String subject, String text, String html) {}
