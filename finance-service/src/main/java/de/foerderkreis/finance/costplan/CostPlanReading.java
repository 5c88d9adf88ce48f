package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.costplan.CostPlanView.WarningView;
import de.foerderkreis.finance.reference.FundingCase;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.finance.staffing.StaffingPlan;
import de.foerderkreis.finance.staffing.StaffingPlans;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.problem.ProblemTexts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a case's cost plan with everything that belongs beside it. */
@Service
class CostPlanReading {

    private final CostPlans plans;
    private final StaffingPlans staffing;
    private final ReferenceData reference;
    private final ProblemTexts texts;

    CostPlanReading(
            CostPlans plans, StaffingPlans staffing, ReferenceData reference, ProblemTexts texts) {
        this.plans = plans;
        this.staffing = staffing;
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
                staffing.current(caseId).map(StaffingPlan::content).orElse(null),
                plans.current(caseId).orElse(null),
                plans.locked(caseId),
                plans.versions(caseId));
    }

    /** A version of the plan, or the answer 404. */
    @Transactional(readOnly = true)
    public CostPlan version(UUID caseId, long version) {
        reference.requireCase(caseId);
        return plans.versions(caseId).stream()
                .filter(it -> it.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("cost-plan"));
    }

    List<WarningView> warnings(List<CostItem> items, Sheet sheet, Locale locale) {
        return CostWarning.of(items, sheet.programme(), sheet.staffing(), locale).stream()
                .map(it ->
                        new WarningView(
                                it.item(),
                                it.code(),
                                texts.message(
                                        new FieldError("", "cost-warning-" + it.code(), it.args()),
                                        locale)))
                .toList();
    }

    /**
     * A case's cost plan page in data.
     *
     * @param staffing what the staffing plan says, absent while there is none
     */
    record Sheet(
            FundingCase fundingCase,
            @Nullable Programme programme,
            StaffingPlan.@Nullable Content staffing,
            @Nullable CostPlan plan,
            boolean locked,
            List<CostPlan> versions) {

        Optional<CostPlan> current() {
            return Optional.ofNullable(plan);
        }
    }
}
