package de.foerderkreis.application.requirement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The checklist of a case as other modules see it. */
public interface RequirementChecklist {

    /** All requirements of a case in the programme's order, texts in the reader's language. */
    List<Item> of(UUID caseId);

    /**
     * Ties a requirement to a condition of the authority's decision: it becomes promised by the
     * condition's day, with the condition as its reason.
     */
    void bindToCondition(UUID caseId, String code, LocalDate dueOn, String condition);

    /**
     * One requirement with everything that speaks for it.
     *
     * @param dueOn day of a promise
     * @param missing sentences: what is missing and who supplies it; empty when nothing is
     * @param mayBePromised whether the programme takes a promise here (F41)
     */
    record Item(
            String code,
            String title,
            @Nullable String note,
            RequirementStatus status,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            boolean mayBePromised,
            List<String> missing,
            List<EvidenceItem> evidence,
            long version) {

        Item withoutInternals() {
            return new Item(
                    code,
                    title,
                    note,
                    status,
                    dueOn,
                    null,
                    mayBePromised,
                    List.of(),
                    List.of(),
                    version);
        }
    }

    /**
     * Evidence as it is told.
     *
     * @param label one sentence in the reader's language
     * @param source {@code EVENT} or {@code MANUAL}
     */
    record EvidenceItem(
            UUID id,
            String kind,
            @Nullable String category,
            String source,
            String label,
            @Nullable String documentSha256,
            Map<String, String> figures,
            Instant recordedAt) {}
}
