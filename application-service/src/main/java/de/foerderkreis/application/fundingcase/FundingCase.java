package de.foerderkreis.application.fundingcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A case (Vorhaben) of a district under one programme version.
 *
 * @param fileReference Aktenzeichen, unique within the district
 * @param openedOn business date of opening; may lie before the system was used
 * @param version counts edits; a client sends the one it saw
 */
public record FundingCase(
        UUID id,
        String title,
        String fileReference,
        String programmeCode,
        LocalDate openedOn,
        CaseStatus status,
        long version) {

    FundingCase edited(String newTitle, String newFileReference) {
        return new FundingCase(
                id, newTitle, newFileReference, programmeCode, openedOn, status, version);
    }

    FundingCase advanced(CaseStatus next) {
        return new FundingCase(id, title, fileReference, programmeCode, openedOn, next, version);
    }

    /** Fields in which what a client sends differs from what stands here now. */
    List<String> differingFrom(String sentTitle, String sentFileReference) {
        var fields = new ArrayList<String>();
        if (!title.equals(sentTitle)) {
            fields.add("title");
        }
        if (!fileReference.equals(sentFileReference)) {
            fields.add("fileReference");
        }
        return fields.isEmpty() ? List.of("version") : List.copyOf(fields);
    }

    /**
     * Told to the other modules in the same transaction, so that their parts of the case exist with
     * it.
     */
    public record Opened(FundingCase opened) {}

    /** Told to the other modules in the same transaction when a case reached a later state. */
    public record Advanced(UUID caseId, CaseStatus status) {}
}
