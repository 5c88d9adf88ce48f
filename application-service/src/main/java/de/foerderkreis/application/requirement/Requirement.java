package de.foerderkreis.application.requirement;

import java.time.LocalDate;
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
    Requirement evaluate(Findings findings) {
        return withStatus(
                switch (decided) {
                    case WAIVED -> RequirementStatus.WAIVED;
                    case FULFILLED -> RequirementStatus.FULFILLED;
                    case PROMISED ->
                            findings.complete()
                                    ? RequirementStatus.FULFILLED
                                    : overdue(findings.today())
                                            ? RequirementStatus.BREACHED
                                            : RequirementStatus.PROMISED;
                    case OPEN, IN_PROGRESS, BREACHED ->
                            throw new IllegalStateException(decided + " is never a decision");
                    case null -> byEvidence(findings);
                });
    }

    private RequirementStatus byEvidence(Findings findings) {
        if (findings.complete()) {
            return RequirementStatus.FULFILLED;
        }
        // A reason without a decision is a decision taken back: work goes on, it does not start
        // over.
        return findings.evidence().isEmpty() && findings.overrides().isEmpty() && reason == null
                ? RequirementStatus.OPEN
                : RequirementStatus.IN_PROGRESS;
    }

    private boolean overdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    private Requirement withStatus(RequirementStatus evaluated) {
        return new Requirement(caseId, code, decided, dueOn, reason, evaluated, version);
    }
}
