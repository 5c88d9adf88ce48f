package de.foerderkreis.application.council;

import de.foerderkreis.application.fundingcase.Recording;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper (Vorlage) for the bodies (F5).
 *
 * @param number paper number of the council's office, unique within the case
 * @param supplementary announced to come after the invitation (Nachreichung)
 * @param announcedOn day of the announcement
 * @param sentOn day it was sent to the members, absent while a supplementary paper is awaited
 * @param consultations the bodies in the order in which they are to deal with it
 */
public record Paper(
        UUID id,
        UUID caseId,
        String number,
        Type type,
        String title,
        LocalDate datedOn,
        boolean supplementary,
        @Nullable LocalDate announcedOn,
        @Nullable LocalDate sentOn,
        @Nullable String documentSha256,
        List<Consultation> consultations,
        long version,
        Recording recording) {

    /** What kind of paper it is. */
    public enum Type {
        REPORT,
        RESOLUTION_PAPER,
        INFORMATION,
        ANNEX
    }

    /** One step of the consultation order; a planned day may lie ahead. */
    public record Consultation(Body body, Competence competence, @Nullable LocalDate plannedOn) {}

    /** Whether it was announced and is not there yet. */
    public boolean awaited() {
        return supplementary && sentOn == null;
    }

    /** Whether it came after its announcement: the badge "nachgereicht". */
    public boolean late() {
        return supplementary && sentOn != null;
    }
}
