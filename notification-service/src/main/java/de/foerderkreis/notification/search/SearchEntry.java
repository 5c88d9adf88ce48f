package de.foerderkreis.notification.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be found.
 *
 * @param ref makes it unique within its kind
 * @param title as it is shown; a code where the kind words it itself
 * @param detail shown beneath, in no language
 * @param alsoFoundBy further words
 * @param roles who may see it, upper case; towns only within the scope
 */
record SearchEntry(
        Kind kind,
        String ref,
        String title,
        @Nullable String detail,
        @Nullable UUID caseId,
        @Nullable LocalDate on,
        String link,
        List<String> alsoFoundBy,
        Set<String> roles,
        Scope scope) {

    /** In the order in which results are shown. */
    enum Kind {
        CASE,
        TASK,
        ROUND,
        RESOLUTION,
        MEETING,
        BODY,
        MUNICIPALITY,
        PARTNER
    }

    enum Scope {
        /** The district administration. */
        DISTRICT,
        /** Also the towns that were asked in the case. */
        CASE,
        /** Everybody who holds one of the roles. */
        ALL
    }
}
