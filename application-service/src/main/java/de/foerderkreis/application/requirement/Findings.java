package de.foerderkreis.application.requirement;

import de.foerderkreis.application.programme.Programme.CheckRule;
import de.foerderkreis.application.programme.Programme.EvidenceRule;
import de.foerderkreis.application.programme.Programme.RequirementRule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What speaks for a requirement on a day, held against its rule.
 *
 * @param evidence all evidence of the requirement
 * @param overrides reasons by check that a person gave instead of evidence
 * @param maxAgeYears age in years up to which a concept is current (F40)
 */
record Findings(
        RequirementRule rule,
        List<Evidence> evidence,
        Map<String, String> overrides,
        LocalDate today,
        int maxAgeYears) {

    /** How a check came out. */
    enum State {
        PASSED,
        FAILED,
        OVERRIDDEN
    }

    /** Required evidence that is not there and that no person excused with a reason. */
    List<EvidenceRule> missing() {
        return rule.evidence().stream()
                .filter(EvidenceRule::required)
                .filter(it -> !shown(it) && !excused(it.kind()))
                .toList();
    }

    State state(CheckRule check) {
        if (overrides.containsKey(check.code())) {
            return State.OVERRIDDEN;
        }
        return passed(check) ? State.PASSED : State.FAILED;
    }

    /** Whether everything required is there and every check is passed or answered by a person. */
    boolean complete() {
        return rule.evidence().stream().anyMatch(EvidenceRule::required)
                && missing().isEmpty()
                && rule.checks().stream().noneMatch(it -> state(it) == State.FAILED);
    }

    /** Day of the youngest dated evidence of a check. */
    Optional<LocalDate> datedOn(CheckRule check) {
        return evidence.stream()
                .filter(it -> !it.partial() && check.evidence().contains(it.kind()))
                .map(Evidence::datedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** Required evidence of a check that is not there. */
    List<EvidenceRule> missing(CheckRule check) {
        return rule.evidence().stream()
                .filter(it -> check.evidence().contains(it.kind()) && !shown(it))
                .toList();
    }

    /** Whether the evidence alone answers a check, whatever a person says. */
    boolean passed(CheckRule check) {
        return check.current()
                ? datedOn(check)
                        .filter(it -> !it.plusYears(maxAgeYears).isBefore(today))
                        .isPresent()
                : missing(check).isEmpty();
    }

    private boolean shown(EvidenceRule it) {
        return evidence.stream().anyMatch(e -> !e.partial() && it.takes(e.kind(), e.category()));
    }

    private boolean excused(String kind) {
        return rule.checks().stream()
                .anyMatch(it ->
                        !it.current()
                                && it.evidence().contains(kind)
                                && overrides.containsKey(it.code()));
    }
}
