package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.access.DistrictOrTownReads;
import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.costplan.CostPlan;
import de.foerderkreis.finance.costplan.CostPlans;
import de.foerderkreis.finance.reference.FundingCase;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.Crumb;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the money of which case stands. */
@Controller
class CaseListPages {

    private final LevyReading reading;
    private final CostPlans plans;
    private final Texts texts;

    CaseListPages(LevyReading reading, CostPlans plans, Texts texts) {
        this.reading = reading;
        this.plans = plans;
        this.texts = texts;
    }

    @DistrictOrTownReads
    @GetMapping("/finanzen")
    String list(Model model) {
        boolean town = Callers.require().kind() == OrganisationKind.MUNICIPALITY;
        List<FundingCase> cases = reading.cases();
        var current =
                plans.current(town ? List.of() : cases.stream().map(FundingCase::id).toList());
        model.addAttribute(
                "rows",
                cases.stream()
                        .map(it ->
                                new Row(
                                        it,
                                        Optional.ofNullable(current.get(it.id()))
                                                .map(CostPlan::totals)
                                                .map(totals -> totals.net())
                                                .orElse(null),
                                        reading.find(it.id())
                                                .map(each -> each.inputs().apportioned())
                                                .orElse(null)))
                        .toList());
        model.addAttribute("town", town);
        model.addAttribute("crumbs", List.of(Crumb.here(texts.say("finance.title"))));
        return "finance/cases";
    }

    /** One case with what is known of its money. */
    record Row(FundingCase fundingCase, @Nullable Money net, @Nullable Money apportioned) {}
}
