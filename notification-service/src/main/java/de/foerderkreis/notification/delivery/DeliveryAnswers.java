package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.delivery.DeliverySearch.Found;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentence that answers "warum kam es nicht an?". */
@Component
class DeliveryAnswers {

    private final MessageSource messages;

    DeliveryAnswers(MessageSource messages) {
        this.messages = messages;
    }

    String why(Found found, Locale locale) {
        var key =
                "notification.delivery.why."
                        + (found.channel() == Channel.PORTAL ? "PORTAL" : found.state());
        var reason = found.reason();
        if (reason != null) {
            var special = messages.getMessage(key + "." + reason, null, null, locale);
            if (special != null) {
                return special;
            }
        }
        return messages.getMessage(key, null, locale);
    }

    /** What may happen by sending again. */
    String warning(DeliveryState before, Locale locale) {
        var key =
                before == DeliveryState.UNCLEAR
                        ? "notification.delivery.resend.twice"
                        : "notification.delivery.resend.once";
        return messages.getMessage(key, null, locale);
    }
}
