package de.foerderkreis.application.facts;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Codes as German documents word them: the same words the German pages use, whatever language the
 * reader has chosen.
 */
class GermanWords {

    private static final ResourceBundleMessageSource MESSAGES = messages();

    private GermanWords() {}

    static String of(String kind, String code) {
        var key =
                switch (kind) {
                    case "requirement" -> "application.requirement.status.";
                    case "body" -> "application.body.";
                    case "outcome" -> "application.outcome.";
                    case "position" -> "application.position.";
                    case "ruling" -> "application.facts.ruling.";
                    case "body-position" -> "application.facts.position.";
                    default -> throw new IllegalArgumentException(kind);
                };
        // A code of tomorrow is better read than missed.
        return String.valueOf(MESSAGES.getMessage(key + code, null, code, Locale.GERMAN));
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/application/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
