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
     * @param checks the questions the programme asks of it one by one; empty for most
     * @param cooperation how many of the asked partners confirmed, absent where none was asked
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
            long version,
            List<CheckItem> checks,
            @Nullable Cooperation cooperation) {

        /** One without questions and partners. */
        public Item(
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
            this(
                    code,
                    title,
                    note,
                    status,
                    dueOn,
                    reason,
                    mayBePromised,
                    missing,
                    evidence,
                    version,
                    List.of(),
                    null);
        }

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
     * @param partial speaks for the requirement without settling it
     */
    record EvidenceItem(
            UUID id,
            String kind,
            @Nullable String category,
            String source,
            String label,
            @Nullable String documentSha256,
            Map<String, String> figures,
            Instant recordedAt,
            boolean partial,
            @Nullable LocalDate datedOn) {}

    /**
     * One question and its answer.
     *
     * @param state {@code PASSED}, {@code FAILED}, or {@code OVERRIDDEN} by a person
     * @param detail what the answer rests on, or what is missing, in the reader's language
     * @param reason why a person answered it instead of the evidence
     */
    record CheckItem(
            String code, String label, String state, String detail, @Nullable String reason) {}

    /**
     * Partners that were asked to confirm their cooperation (F45, F46).
     *
     * @param askedInAll asked for any requirement of the case
     * @param sentence all of it in the reader's language
     */
    record Cooperation(
            int asked,
            int confirmed,
            int askedInAll,
            int confirmedInAll,
            List<Outstanding> outstanding,
            String sentence) {}

    /** A partner that was asked and has not confirmed, for any requirement of the case. */
    record Outstanding(String partner, String name, String category, LocalDate dueOn) {}
}
