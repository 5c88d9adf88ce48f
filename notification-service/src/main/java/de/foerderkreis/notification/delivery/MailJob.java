package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.recipient.Contact;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail whose attempt is committed and which is to be handed to the mail server now.
 *
 * @param token fencing token of the lease
 * @param attempt number of this attempt, from 1
 */
public record MailJob(
        UUID deliveryId,
        UUID token,
        int attempt,
        UUID attemptId,
        Notice notice,
        NoticeFacts facts,
        Contact contact,
        @Nullable UUID linkId) {}
