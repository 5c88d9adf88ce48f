package de.foerderkreis.notification.mail;

import de.foerderkreis.notification.template.MailText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A composed mail.
 *
 * @param deliveryId gives the Message-ID, the same for every attempt
 * @param unsubscribe full address of the page that ends the notices
 */
record Letter(
        UUID deliveryId,
        int attempt,
        String to,
        MailText words,
        String language,
        @Nullable String unsubscribe) {}
