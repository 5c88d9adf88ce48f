package de.foerderkreis.application.submission;

import de.foerderkreis.platform.persistence.Ids;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application of one stage: 1 for approval in principle (F37), 2 for the grant (F38). Both live
 * the same life; what differs are the guards of their submission. Once handed in its content is the
 * frozen snapshot.
 */
class FundingApplication {

    private final UUID id;
    private final UUID caseId;
    private final int stage;
    private final @Nullable UUID predecessorId;
    private final Set<String> authors;
    private ApplicationStatus status;
    private String coverNote;
    private @Nullable String approvedBy;
    private @Nullable LocalDate submittedOn;
    private @Nullable String externalReference;
    private @Nullable LocalDate queryDueOn;
    private @Nullable LocalDate decidedOn;
    private List<Condition> conditions;
    private final long version;

    FundingApplication(
            UUID id,
            UUID caseId,
            int stage,
            @Nullable UUID predecessorId,
            Set<String> authors,
            ApplicationStatus status,
            String coverNote,
            @Nullable String approvedBy,
            @Nullable LocalDate submittedOn,
            @Nullable String externalReference,
            @Nullable LocalDate queryDueOn,
            @Nullable LocalDate decidedOn,
            List<Condition> conditions,
            long version) {
        this.id = id;
        this.caseId = caseId;
        this.stage = stage;
        this.predecessorId = predecessorId;
        this.authors = new LinkedHashSet<>(authors);
        this.status = status;
        this.coverNote = coverNote;
        this.approvedBy = approvedBy;
        this.submittedOn = submittedOn;
        this.externalReference = externalReference;
        this.queryDueOn = queryDueOn;
        this.decidedOn = decidedOn;
        this.conditions = List.copyOf(conditions);
        this.version = version;
    }

    static FundingApplication draft(
            UUID caseId, int stage, @Nullable UUID predecessorId, String author) {
        return new FundingApplication(
                Ids.next(),
                caseId,
                stage,
                predecessorId,
                Set.of(author),
                ApplicationStatus.DRAFT,
                "",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                0);
    }

    /** Writes on the draft; from then on the writer is one of its authors. */
    void write(String note, String author) {
        if (status != ApplicationStatus.DRAFT) {
            throw new IllegalTransition(status, ApplicationStatus.DRAFT);
        }
        coverNote = note;
        authors.add(author);
    }

    void submitForReview(String author) {
        status = status.to(ApplicationStatus.INTERNAL_REVIEW);
        authors.add(author);
    }

    /**
     * The second pair of eyes.
     *
     * @throws OwnDraft if the approver is one of the authors, also as a deputy
     */
    void approveInternally(String approver) {
        var ready = status.to(ApplicationStatus.READY);
        if (authors.contains(approver)) {
            throw new OwnDraft();
        }
        status = ready;
        approvedBy = approver;
    }

    void sendBack() {
        approvedBy = null;
        status = status.to(ApplicationStatus.DRAFT);
    }

    /** Hands it in; the guards have been asked before. */
    void submit(LocalDate day) {
        status = status.to(ApplicationStatus.SUBMITTED);
        submittedOn = day;
    }

    void acknowledge(@Nullable String reference) {
        if (status != ApplicationStatus.SUBMITTED) {
            throw new IllegalTransition(status, ApplicationStatus.UNDER_REVIEW);
        }
        status = status.to(ApplicationStatus.UNDER_REVIEW);
        externalReference = reference;
    }

    void requestInfo(LocalDate dueOn) {
        status = status.to(ApplicationStatus.QUERY_OPEN);
        queryDueOn = dueOn;
    }

    void answer() {
        if (status != ApplicationStatus.QUERY_OPEN) {
            throw new IllegalTransition(status, ApplicationStatus.UNDER_REVIEW);
        }
        status = status.to(ApplicationStatus.UNDER_REVIEW);
        queryDueOn = null;
    }

    void decide(ApplicationStatus outcome, LocalDate day, List<Condition> with) {
        status = status.to(outcome);
        decidedOn = day;
        conditions = List.copyOf(with);
    }

    void withdraw() {
        status = status.to(ApplicationStatus.WITHDRAWN);
        queryDueOn = null;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    int stage() {
        return stage;
    }

    @Nullable UUID predecessorId() {
        return predecessorId;
    }

    Set<String> authors() {
        return Set.copyOf(authors);
    }

    ApplicationStatus status() {
        return status;
    }

    String coverNote() {
        return coverNote;
    }

    @Nullable String approvedBy() {
        return approvedBy;
    }

    @Nullable LocalDate submittedOn() {
        return submittedOn;
    }

    @Nullable String externalReference() {
        return externalReference;
    }

    @Nullable LocalDate queryDueOn() {
        return queryDueOn;
    }

    @Nullable LocalDate decidedOn() {
        return decidedOn;
    }

    List<Condition> conditions() {
        return conditions;
    }

    long version() {
        return version;
    }
}
