package de.foerderkreis.application.programme;

import jakarta.validation.constraints.NotBlank;
import java.util.Locale;

/** A text of a pack in both languages of the portal; German is the authoritative one. */
public record Text(@NotBlank String de, @NotBlank String en) {

    /** The text for a locale: English for English, German for everything else. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : de;
    }
}
