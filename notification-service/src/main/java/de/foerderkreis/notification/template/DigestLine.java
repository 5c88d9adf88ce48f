package de.foerderkreis.notification.template;

/** One notice of a digest, with what surrounds it. */
public record DigestLine(Notice notice, NoticeFacts facts, Background background) {}
