package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.access.DistrictOrTownReads;
import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.levyeffect.LevyReading.Visible;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The frozen table beside its alternatives; which burden rule, stands in the address. */
@Controller
class LevyComparisonPages {

    private final LevyReading reading;
    private final Texts texts;

    LevyComparisonPages(LevyReading reading, Texts texts) {
        this.reading = reading;
        this.texts = texts;
    }

    @DistrictOrTownReads
    @GetMapping("/finanzen/{caseId}/umlage/vergleich")
    String compare(
            @PathVariable UUID caseId,
            ScenarioQuery query,
            Model model,
            HttpServletResponse response) {
        Visible visible = reading.latest(caseId);
        Caller caller = Callers.require();
        String own = caller.kind() == OrganisationKind.MUNICIPALITY ? caller.ags() : "";
        LevyComparison comparison;
        try {
            comparison = LevyComparison.of(visible.inputs(), query.read(), own);
        } catch (Problem problem) {
            response.setStatus(problem.status().value());
            model.addAttribute("errors", texts.errors(problem, _ -> ""));
            comparison = LevyComparison.of(visible.inputs(), Scenario.NONE, own);
        }
        model.addAttribute("visible", visible);
        model.addAttribute("query", query);
        model.addAttribute("comparison", comparison);
        model.addAttribute("towns", visible.inputs().towns());
        model.addAttribute("own", own);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("finance.title"), "/finanzen"),
                        new Crumb(
                                texts.say("finance.levy.title"), "/finanzen/" + caseId + "/umlage"),
                        Crumb.here(texts.say("finance.scenarios.title"))));
        return "finance/scenarios";
    }
}
