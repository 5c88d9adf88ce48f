package de.foerderkreis.application.council;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a body decided on a case, recorded as evidence.
 *
 * @param documentSha256 extract of the minutes; always there for an adopted resolution
 */
public record Resolution(
        UUID id,
        UUID caseId,
        Body body,
        LocalDate decidedOn,
        Outcome outcome,
        String subject,
        @Nullable String documentSha256) {

    /** Whether the resolution binds on a day: adopted, and not adopted later than that day. */
    public boolean effectiveOn(LocalDate day) {
        return outcome.adopted() && !decidedOn.isAfter(day);
    }
}
