package de.foerderkreis.application.council;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enters into a case's history what happened before the case was entered here (domain 2.17), by the
 * same rules as a person who does it one by one.
 */
public interface PastSteps {

    void motion(
            UUID caseId,
            LocalDate datedOn,
            List<String> proposers,
            String subject,
            @Nullable String documentSha256);

    /** A paper that was there when it was dated, neither announced nor sent later. */
    void paper(
            UUID caseId,
            LocalDate datedOn,
            String number,
            Paper.Type type,
            String title,
            @Nullable String documentSha256);

    void meeting(UUID caseId, Body body, LocalDate heldOn);

    /**
     * A resolution on its own: an agenda item of long ago would open tasks nobody has any more.
     *
     * @param documentSha256 extract of the minutes, necessary for an adopted one
     */
    void resolution(
            UUID caseId,
            Body body,
            LocalDate decidedOn,
            Outcome outcome,
            Resolves resolves,
            String subject,
            @Nullable String documentSha256);
}
