package de.foerderkreis.application.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is shown.
 *
 * @param authority code of the authority it goes to
 * @param queryDueOn day by which an open query has to be answered
 * @param snapshotSha256 hash of the frozen content, once handed in
 * @param dossierNo number of the dossier that went out with it
 */
record ApplicationView(
        UUID id,
        UUID caseId,
        int stage,
        String authority,
        ApplicationStatus status,
        String coverNote,
        @Nullable UUID predecessorId,
        @Nullable LocalDate submittedOn,
        @Nullable String externalReference,
        @Nullable LocalDate queryDueOn,
        @Nullable LocalDate decidedOn,
        List<ConditionView> conditions,
        @Nullable String snapshotSha256,
        @Nullable Integer dossierNo,
        List<StepView> history,
        long version) {

    /** A condition of the decision. */
    record ConditionView(
            int no, String text, @Nullable LocalDate dueOn, @Nullable String requirement) {}

    /** A line of the history. */
    record StepView(
            ApplicationStatus status,
            LocalDate happenedOn,
            @Nullable String note,
            Instant recordedAt) {}

    /** A rule of the submission and what is wrong with it now. */
    record Check(String code, boolean passed, List<Finding> findings, String page) {}

    /** Something to be done before the submission. */
    record Finding(String field, String code, String message) {}
}
