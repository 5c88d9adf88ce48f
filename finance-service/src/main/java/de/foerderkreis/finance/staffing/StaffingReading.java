package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.reference.FundingCase;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.finance.staffing.StaffingPlan.Content;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.ProblemTexts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a case's staffing plan with everything it is held against. */
@Service
class StaffingReading {

    private final StoredStaffingPlans plans;
    private final Rulings rulings;
    private final ReferenceData reference;
    private final ProblemTexts texts;

    StaffingReading(
            StoredStaffingPlans plans,
            Rulings rulings,
            ReferenceData reference,
            ProblemTexts texts) {
        this.plans = plans;
        this.rulings = rulings;
        this.reference = reference;
        this.texts = texts;
    }

    /** The case with its plan, which may not exist yet; an unknown case is 404. */
    @Transactional(readOnly = true)
    public Sheet sheet(UUID caseId) {
        FundingCase fundingCase = reference.requireCase(caseId);
        return new Sheet(
                fundingCase,
                reference.findProgramme(fundingCase.programmeCode()).orElse(null),
                rulings.binding(caseId).orElse(null),
                plans.versions(caseId));
    }

    List<Warning> warnings(Content plan, Sheet sheet, Locale locale) {
        return StaffingWarning.of(plan, sheet.programme(), sheet.ruling(), locale).stream()
                .map(it ->
                        new Warning(
                                it.field(),
                                it.code(),
                                texts.message(
                                        new FieldError(
                                                it.field(),
                                                "staffing-warning-" + it.code(),
                                                it.args()),
                                        locale)))
                .toList();
    }

    /** Something to look at, beside the field it concerns. */
    record Warning(String field, String code, String message) {}

    /**
     * A case's staffing page in data.
     *
     * @param versions the newest first
     */
    record Sheet(
            FundingCase fundingCase,
            @Nullable Programme programme,
            @Nullable Ruling ruling,
            List<StaffingPlan> versions) {

        Optional<StaffingPlan> current() {
            return versions.stream().findFirst();
        }

        /** Whether a plan stays below the ruling that binds. */
        public boolean below(Content plan) {
            return ruling != null && ruling.isAbove(plan);
        }
    }
}
