package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import java.util.UUID;

/**
 * One thing to tell, because of one event.
 *
 * @param eventId with notice, recipient and channel it makes the message unique
 */
public record Telling(UUID eventId, String eventType, Notice notice, NoticeFacts facts) {}
