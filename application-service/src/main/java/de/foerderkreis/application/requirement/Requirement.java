package de.foerderkreis.application.requirement;

import de.foerderkreis.application.programme.Programme.EvidenceRule;
import de.foerderkreis.application.programme.Programme.RequirementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One formal requirement of a case. Its state is evaluated: what a person decided, what the
 * evidence shows, and whether a promised day has passed.
 *
 * @param decided what a person decided, absent while only evidence speaks
 * @param dueOn day of a promise; it ends at 24:00 Europe/Berlin
 * @param reason why it was decided so
 * @param status the evaluated state
 * @param version counts decisions and changes of the evaluated state
 */
record Requirement(
        UUID caseId,
        String code,
        @Nullable RequirementStatus decided,
        @Nullable LocalDate dueOn,
        @Nullable String reason,
        RequirementStatus status,
        long version) {

    static Requirement open(UUID caseId, String code) {
        return new Requirement(caseId, code, null, null, null, RequirementStatus.OPEN, 0);
    }

    /** Takes a decision; the caller has checked its due day and reason against {@link #status}. */
    Requirement decide(RequirementStatus decision, @Nullable LocalDate due, @Nullable String why) {
        if (!status.allows(decision)) {
            throw new IllegalDecision(code, status, decision);
        }
        var takenBack = decision == RequirementStatus.IN_PROGRESS;
        return new Requirement(
                caseId,
                code,
                takenBack ? null : decision,
                decision == RequirementStatus.PROMISED ? due : null,
                why,
                decision,
                version);
    }

    /**
     * Finds the state that decision, evidence and calendar give together. Complete evidence keeps a
     * promise; a waiver stands whatever arrives; silence or a rejection never fulfils anything.
     */
    Requirement evaluate(RequirementRule rule, List<Evidence> evidence, LocalDate today) {
        return withStatus(
                switch (decided) {
                    case WAIVED -> RequirementStatus.WAIVED;
                    case FULFILLED -> RequirementStatus.FULFILLED;
                    case PROMISED ->
                            complete(rule, evidence)
                                    ? RequirementStatus.FULFILLED
                                    : overdue(today)
                                            ? RequirementStatus.BREACHED
                                            : RequirementStatus.PROMISED;
                    case OPEN, IN_PROGRESS, BREACHED ->
                            throw new IllegalStateException(decided + " is never a decision");
                    case null -> byEvidence(rule, evidence);
                });
    }

    /** Required evidence that is not there yet. */
    static List<EvidenceRule> missing(RequirementRule rule, List<Evidence> evidence) {
        return rule.evidence().stream()
                .filter(EvidenceRule::required)
                .filter(it -> evidence.stream().noneMatch(e -> it.takes(e.kind(), e.category())))
                .toList();
    }

    private RequirementStatus byEvidence(RequirementRule rule, List<Evidence> evidence) {
        if (complete(rule, evidence)) {
            return RequirementStatus.FULFILLED;
        }
        // A reason without a decision is a decision taken back: work goes on, it does not start
        // over.
        return evidence.isEmpty() && reason == null
                ? RequirementStatus.OPEN
                : RequirementStatus.IN_PROGRESS;
    }

    private static boolean complete(RequirementRule rule, List<Evidence> evidence) {
        return rule.evidence().stream().anyMatch(EvidenceRule::required)
                && missing(rule, evidence).isEmpty();
    }

    private boolean overdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    private Requirement withStatus(RequirementStatus evaluated) {
        return new Requirement(caseId, code, decided, dueOn, reason, evaluated, version);
    }
}
