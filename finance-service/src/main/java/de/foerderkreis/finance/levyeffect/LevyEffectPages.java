package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.access.DistrictOrTownReads;
import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.costplan.CostPlans;
import de.foerderkreis.finance.levybase.LevyBase;
import de.foerderkreis.finance.levybase.LevyBases;
import de.foerderkreis.finance.levyeffect.LevyReading.Visible;
import de.foerderkreis.finance.reference.FundingCase;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.portal.Formats;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The levy effect of a case as pages: the whole table, and why each figure is what it is. */
@Controller
@RequestMapping("/finanzen/{caseId}/umlage")
class LevyEffectPages {

    private final LevyReading reading;
    private final LevyCalculation calculation;
    private final ReferenceData reference;
    private final LevyBases bases;
    private final CostPlans plans;
    private final LevyCharts charts;
    private final LevyWorkbook workbook;
    private final Texts texts;

    LevyEffectPages(
            LevyReading reading,
            LevyCalculation calculation,
            ReferenceData reference,
            LevyBases bases,
            CostPlans plans,
            LevyCharts charts,
            LevyWorkbook workbook,
            Texts texts) {
        this.reading = reading;
        this.calculation = calculation;
        this.reference = reference;
        this.bases = bases;
        this.plans = plans;
        this.charts = charts;
        this.workbook = workbook;
        this.texts = texts;
    }

    @DistrictOrTownReads
    @GetMapping
    String show(
            @PathVariable UUID caseId,
            ScenarioQuery query,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visible = reading.find(caseId);
        if (visible.isEmpty()) {
            return nothingYet(caseId, model);
        }
        Scenario scenario = Scenario.NONE;
        LevyTable table = LevyTable.of(visible.get().inputs(), scenario);
        try {
            scenario = query.read();
            table = LevyTable.of(visible.get().inputs(), scenario);
        } catch (Problem problem) {
            response.setStatus(problem.status().value());
            model.addAttribute("errors", texts.errors(problem));
            scenario = Scenario.NONE;
        }
        model.addAttribute("query", query);
        model.addAttribute("asked", address(request));
        model.addAttribute("keys", keys());
        return page(visible.get(), scenario, table, model);
    }

    @DistrictOrTownReads
    @GetMapping("/tabelle.csv")
    ResponseEntity<byte[]> csv(@PathVariable UUID caseId, ScenarioQuery query) {
        Visible visible = reading.latest(caseId);
        return LevyEffectCsv.download(visible, LevyTable.of(visible.inputs(), query.read()));
    }

    @DistrictOrTownReads
    @GetMapping("/tabelle.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable UUID caseId, ScenarioQuery query) {
        Visible visible = reading.latest(caseId);
        Scenario scenario = query.read();
        return workbook.download(visible, scenario, LevyTable.of(visible.inputs(), scenario));
    }

    @DistrictOrTownReads
    @GetMapping("/{ags:\\d{8}}/warum")
    String why(
            @PathVariable UUID caseId,
            @PathVariable String ags,
            ScenarioQuery query,
            Model model,
            HttpServletRequest request) {
        Visible visible = reading.latest(caseId);
        Scenario scenario = query.read();
        var table = LevyTable.of(visible.inputs(), scenario);
        LevyTable.Line line = table.lineOf(ags);
        model.addAttribute("visible", visible);
        model.addAttribute("line", line);
        model.addAttribute("why", Explanation.of(line, table, scenario));
        model.addAttribute("table", table);
        model.addAttribute("asked", address(request));
        model.addAttribute("whatIf", scenario.changesShares());
        model.addAttribute("reproduced", visible.effect().reproducible());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("finance.title"), "/finanzen"),
                        new Crumb(
                                texts.say("finance.levy.title"), "/finanzen/" + caseId + "/umlage"),
                        new Crumb(line.town().name(), "/finanzen/" + caseId + "/umlage/" + ags),
                        Crumb.here(texts.say("finance.why.title"))));
        return "finance/why";
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping
    String calculate(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable UUID baseId,
            @RequestParam(name = "apportioned", defaultValue = "") String amount,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            if (baseId == null) {
                throw Problem.invalid("baseId", "levy-base-missing");
            }
            LevyEffect effect = calculation.calculate(caseId, baseId, money(amount));
            redirect.addFlashAttribute(
                    "saved", texts.say("finance.levy.calculated", effect.number()));
            return "redirect:/finanzen/" + caseId + "/umlage";
        } catch (Problem problem) {
            if (problem.status() == HttpStatus.NOT_FOUND) {
                throw problem;
            }
            response.setStatus(problem.status().value());
            model.addAttribute(
                    "errors",
                    texts.errors(problem, it -> it.equals("amount") ? "apportioned" : it));
            model.addAttribute("chosenBase", baseId);
            model.addAttribute("typedAmount", amount);
            var visible = reading.find(caseId);
            if (visible.isEmpty()) {
                return nothingYet(caseId, model);
            }
            model.addAttribute(
                    "query",
                    new ScenarioQuery(null, null, null, null, null, null, null, List.of()));
            model.addAttribute("asked", "");
            model.addAttribute("keys", keys());
            return page(
                    visible.get(),
                    Scenario.NONE,
                    LevyTable.of(visible.get().inputs(), Scenario.NONE),
                    model);
        }
    }

    private String page(Visible visible, Scenario scenario, LevyTable table, Model model) {
        Caller caller = Callers.require();
        String own = caller.kind() == OrganisationKind.MUNICIPALITY ? caller.ags() : "";
        model.addAttribute("visible", visible);
        model.addAttribute("scenario", scenario);
        model.addAttribute("table", table);
        model.addAttribute("lines", table.ownFirst(own));
        model.addAttribute("sorted", table.byShare());
        model.addAttribute(
                "rateViews",
                Stream.of(table.rateView(), table.covering())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        model.addAttribute("own", own);
        model.addAttribute("whatIf", scenario.changesShares());
        model.addAttribute("chart", charts.shares(table, own));
        model.addAttribute("effects", reading.ofCase(visible.fundingCase().id()));
        forTreasurer(visible.fundingCase(), model);
        model.addAttribute("crumbs", crumbs(visible.fundingCase()));
        return "finance/levy";
    }

    /**
     * A town learns nothing of a case that did not ask it; the district is told what is missing.
     */
    private String nothingYet(UUID caseId, Model model) {
        if (Callers.require().kind() == OrganisationKind.MUNICIPALITY) {
            throw Problem.notFound("levy-effect");
        }
        FundingCase fundingCase = reference.requireCase(caseId);
        model.addAttribute("fundingCase", fundingCase);
        forTreasurer(fundingCase, model);
        model.addAttribute("crumbs", crumbs(fundingCase));
        return "finance/levy-none";
    }

    private void forTreasurer(FundingCase fundingCase, Model model) {
        boolean treasurer = Callers.require().has("TREASURER");
        model.addAttribute("treasurer", treasurer);
        if (treasurer) {
            Map<String, String> published =
                    bases.all().stream()
                            .filter(LevyBase::published)
                            .collect(
                                    Collectors.toMap(
                                            it -> it.id().toString(),
                                            this::described,
                                            (first, _) -> first,
                                            LinkedHashMap::new));
            model.addAttribute("bases", published);
            model.addAttribute("plan", plans.current(fundingCase.id()).orElse(null));
        }
    }

    private String described(LevyBase base) {
        return texts.say(
                "finance.base.named",
                String.valueOf(base.year()),
                texts.say("finance.base.status." + base.status().name()),
                base.total().cents() / 100);
    }

    private List<Crumb> crumbs(FundingCase fundingCase) {
        return List.of(
                new Crumb(texts.say("finance.title"), "/finanzen"),
                new Crumb(fundingCase.title(), "/vorhaben/" + fundingCase.id()),
                Crumb.here(texts.say("finance.levy.title")));
    }

    private Map<String, String> keys() {
        return Arrays.stream(Scenario.Key.values())
                .collect(
                        Collectors.toMap(
                                Scenario.Key::name,
                                it -> texts.say("finance.key." + it.name()),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    /** The query to carry along to the table file and the explanations. */
    private static String address(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).map(it -> "?" + it).orElse("");
    }

    private static @Nullable Money money(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return Money.ofCents(Formats.cents(text));
        } catch (NumberFormatException | ArithmeticException notAnAmount) {
            throw Problem.invalid("amount", "not-an-amount");
        }
    }
}
