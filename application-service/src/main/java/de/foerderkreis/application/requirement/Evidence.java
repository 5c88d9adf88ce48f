package de.foerderkreis.application.requirement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that speaks for a requirement.
 *
 * @param kind kind the programme pack names, for example {@code CONSULTATION_RESULT}
 * @param category partner category for {@code COOPERATION}
 * @param origin what it came from; the same origin again replaces this row, so a redelivered event
 *     adds nothing
 * @param description free text of a person; absent for evidence by event
 * @param figures figures of the event, for the sentence that describes it
 * @param partial speaks for the requirement without settling it
 * @param datedOn day of what is evidenced, for example of the concept
 */
record Evidence(
        UUID id,
        UUID caseId,
        String requirement,
        String kind,
        @Nullable String category,
        Source source,
        String origin,
        @Nullable String description,
        @Nullable String documentSha256,
        Map<String, String> figures,
        Instant recordedAt,
        boolean partial,
        @Nullable LocalDate datedOn) {

    /** Whether a service announced it or a person recorded it. */
    enum Source {
        EVENT,
        MANUAL
    }
}
