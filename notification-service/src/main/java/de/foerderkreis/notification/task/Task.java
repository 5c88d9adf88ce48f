package de.foerderkreis.notification.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do on a case.
 *
 * @param kind as the event names it, for example {@code FURTHER_TALKS} or {@code BURDEN_CHECK}
 * @param title in the words of whoever opened it
 * @param role upper case without prefix, {@code CLERK}
 * @param dueOn last day; absent where nothing presses
 * @param page path in the portal where it is done
 */
public record Task(
        UUID id,
        UUID caseId,
        String kind,
        String title,
        String role,
        @Nullable LocalDate dueOn,
        @Nullable String page) {

    /** The page to act on, or the case where the event named none of this portal. */
    public String link() {
        return page != null && page.startsWith("/") && !page.startsWith("//")
                ? page
                : "/vorhaben/" + caseId;
    }
}
