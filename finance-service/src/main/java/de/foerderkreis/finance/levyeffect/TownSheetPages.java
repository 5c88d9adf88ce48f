package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.access.DistrictOrTownReads;
import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.costplan.CostPlan;
import de.foerderkreis.finance.costplan.CostPlans;
import de.foerderkreis.finance.levyeffect.LevyReading.Visible;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.Crumb;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One page A4 for the council of one town. */
@Controller
class TownSheetPages {

    private final LevyReading reading;
    private final CostPlans plans;
    private final ReferenceData reference;
    private final LevyCharts charts;
    private final Texts texts;

    TownSheetPages(
            LevyReading reading,
            CostPlans plans,
            ReferenceData reference,
            LevyCharts charts,
            Texts texts) {
        this.reading = reading;
        this.plans = plans;
        this.reference = reference;
        this.charts = charts;
        this.texts = texts;
    }

    @DistrictOrTownReads
    @GetMapping("/finanzen/{caseId}/umlage/{ags:\\d{8}}")
    String show(@PathVariable UUID caseId, @PathVariable String ags, Model model) {
        Visible visible = reading.latest(caseId);
        LevyInputs inputs = visible.inputs();
        var table = LevyTable.of(inputs, Scenario.NONE);
        LevyTable.Line line = table.lineOf(ags);
        // The plan the effect was computed from, not what became of it since.
        CostPlan plan =
                Optional.ofNullable(inputs.costPlan())
                        .flatMap(it -> plans.find(it.id()))
                        .orElse(null);
        var programme = reference.findProgramme(visible.fundingCase().programmeCode()).orElse(null);
        Caller caller = Callers.require();
        model.addAttribute("visible", visible);
        model.addAttribute("table", table);
        model.addAttribute("line", line);
        model.addAttribute("years", TownYears.of(inputs, line, plan, programme));
        model.addAttribute("plan", plan);
        model.addAttribute("programme", programme);
        model.addAttribute("chart", charts.perInhabitant(table, line));
        model.addAttribute(
                "ownTown",
                caller.kind() == OrganisationKind.MUNICIPALITY && caller.ags().equals(ags));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("finance.title"), "/finanzen"),
                        new Crumb(
                                texts.say("finance.levy.title"), "/finanzen/" + caseId + "/umlage"),
                        Crumb.here(line.town().name())));
        return "finance/town";
    }
}
