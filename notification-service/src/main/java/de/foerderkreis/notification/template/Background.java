package de.foerderkreis.notification.template;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a notice and is known here from other events.
 *
 * @param sender name of the district administration, if known
 * @param fileReference of the case (Aktenzeichen)
 * @param caseTitle title of the case
 * @param municipalityName name of the town the notice is about
 * @param link one-time link of a partner, as a path
 * @param linkValidTo last day of that link
 * @param offered what a partner is offered, for the question whether it wants it
 */
public record Background(
        @Nullable String sender,
        @Nullable String fileReference,
        @Nullable String caseTitle,
        @Nullable String municipalityName,
        @Nullable String link,
        @Nullable LocalDate linkValidTo,
        List<Notice> offered) {

    /** Nothing known yet. */
    public static final Background UNKNOWN =
            new Background(null, null, null, null, null, null, List.of());
}
