package de.foerderkreis.application.council;

import de.foerderkreis.application.fundingcase.Recording;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a body decided on a case, recorded as evidence.
 *
 * @param documentSha256 extract of the minutes; always there for an adopted resolution
 * @param resolves what it is about
 * @param agendaItemId item of a recorded meeting it was taken under
 * @param recording absent for resolutions from before this was kept
 */
public record Resolution(
        UUID id,
        UUID caseId,
        Body body,
        LocalDate decidedOn,
        Outcome outcome,
        String subject,
        @Nullable String documentSha256,
        Resolves resolves,
        @Nullable UUID agendaItemId,
        @Nullable Recording recording) {

    /** One recorded without its meeting: what the Kreistag decides is then the application. */
    public Resolution(
            UUID id,
            UUID caseId,
            Body body,
            LocalDate decidedOn,
            Outcome outcome,
            String subject,
            @Nullable String documentSha256) {
        this(
                id,
                caseId,
                body,
                decidedOn,
                outcome,
                subject,
                documentSha256,
                usual(body),
                null,
                null);
    }

    /** What a body's resolution is about where nobody says. */
    static Resolves usual(Body body) {
        return body == Body.KREISTAG ? Resolves.APPLICATION : Resolves.OTHER;
    }

    /** Whether the resolution binds on a day: adopted, and not adopted later than that day. */
    public boolean effectiveOn(LocalDate day) {
        return outcome.adopted() && !decidedOn.isAfter(day);
    }

    /** Whether it is the Kreistag's resolution to apply (F70) and binds on a day. */
    public boolean allowsToApplyOn(LocalDate day) {
        return body == Body.KREISTAG && resolves == Resolves.APPLICATION && effectiveOn(day);
    }

    /** Told to the other modules in the same transaction when an adopted one was recorded. */
    public record Adopted(Resolution resolution) {}
}
