package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.costplan.CostPlanReading.Sheet;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.portal.Crumb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two versions of the cost plan side by side; which ones stands in the address. */
@Controller
class PlanComparisonPages {

    private final CostPlanReading reading;
    private final Texts texts;

    PlanComparisonPages(CostPlanReading reading, Texts texts) {
        this.reading = reading;
        this.texts = texts;
    }

    /** Without a choice: the version before the current one and the current one. */
    @DistrictReads
    @GetMapping("/finanzen/{caseId}/kosten/vergleich")
    String compare(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Long left,
            @RequestParam(required = false) @Nullable Long right,
            Model model) {
        Sheet sheet = reading.sheet(caseId);
        CostPlan current = sheet.current().orElseThrow(() -> Problem.notFound("cost-plan"));
        long wantedRight = right == null ? current.version() : right;
        long wantedLeft = left == null ? Math.max(1, wantedRight - 1) : left;
        Map<String, String> versions = new LinkedHashMap<>();
        sheet.versions()
                .forEach(it ->
                        versions.put(
                                String.valueOf(it.version()),
                                texts.say("finance.plan.version", it.version())));
        model.addAttribute("sheet", sheet);
        model.addAttribute("versions", versions);
        model.addAttribute(
                "comparison",
                PlanComparison.of(
                        reading.version(caseId, wantedLeft), reading.version(caseId, wantedRight)));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("finance.title"), "/finanzen"),
                        new Crumb(sheet.fundingCase().title(), "/vorhaben/" + caseId),
                        new Crumb(
                                texts.say("finance.plan.title"), "/finanzen/" + caseId + "/kosten"),
                        Crumb.here(texts.say("finance.compare.title"))));
        return "finance/plancomparison";
    }
}
