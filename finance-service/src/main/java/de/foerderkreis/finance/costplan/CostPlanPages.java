package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.costplan.CostPlanReading.Sheet;
import de.foerderkreis.finance.costplan.CostPlanView.WarningView;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.portal.Formats;
import de.foerderkreis.portal.chart.Waterfall;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cost plan as a page: a sheet of lines, its sums, and what changed when. */
@Controller
@RequestMapping("/finanzen/{caseId}/kosten")
class CostPlanPages {

    private static final Pattern PLACE = Pattern.compile("items\\[(\\d+)]");

    private final CostPlanReading reading;
    private final CostPlanning planning;
    private final Formats formats;
    private final Texts texts;

    CostPlanPages(CostPlanReading reading, CostPlanning planning, Formats formats, Texts texts) {
        this.reading = reading;
        this.planning = planning;
        this.formats = formats;
        this.texts = texts;
    }

    @DistrictReads
    @GetMapping
    String show(@PathVariable UUID caseId, Model model, Locale locale) {
        Sheet sheet = reading.sheet(caseId);
        return page(sheet, PlanForm.of(sheet.plan(), formats), model, locale);
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping
    String save(
            @PathVariable UUID caseId,
            PlanForm form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (form.wantsMoreLines()) {
            return page(reading.sheet(caseId), form.withMoreLines(), model, locale);
        }
        var written = form.written();
        try {
            var items =
                    ItemInput.items(
                            written.stream().map(form.lines()::get).toList(), TypedPlan::amount);
            if (form.wantsSums()) {
                return page(reading.sheet(caseId), form, model, locale);
            }
            var startsOn =
                    form.day()
                            .orElseThrow(() -> Problem.invalid("startsOn", "malformed-value", ""));
            CostPlan plan = planning.save(caseId, form.version(), startsOn.orElse(null), items);
            redirect.addFlashAttribute("saved", texts.say("finance.plan.saved", plan.version()));
            return "redirect:/finanzen/" + caseId + "/kosten";
        } catch (Problem problem) {
            if (problem.status() == HttpStatus.NOT_FOUND) {
                throw problem;
            }
            response.setStatus(problem.status().value());
            Sheet sheet = reading.sheet(caseId);
            if (problem.type().equals("stale-version")) {
                return conflict(sheet, form, problem, model, locale);
            }
            model.addAttribute("errors", texts.errors(problem, field -> inputName(field, written)));
            return page(sheet, form, model, locale);
        }
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping("/abschluss")
    String lock(
            @PathVariable UUID caseId, @RequestParam long version, RedirectAttributes redirect) {
        planning.lock(caseId, version);
        redirect.addFlashAttribute("saved", texts.say("finance.plan.locked"));
        return "redirect:/finanzen/" + caseId + "/kosten";
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping("/oeffnung")
    String release(
            @PathVariable UUID caseId,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (reason.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", texts.errors(Problem.invalid("reason", "reason-missing")));
            return show(caseId, model, locale);
        }
        planning.release(caseId, version, reason);
        redirect.addFlashAttribute("saved", texts.say("finance.plan.released"));
        return "redirect:/finanzen/" + caseId + "/kosten";
    }

    /** The typed text stays; beside it stands what somebody else saved meanwhile. */
    private String conflict(Sheet sheet, PlanForm form, Problem stale, Model model, Locale locale) {
        var current = PlanForm.of(sheet.plan(), formats);
        List<Theirs> theirs = new ArrayList<>();
        for (Object field : (List<?>) stale.properties().getOrDefault("changedFields", List.of())) {
            String name = String.valueOf(field);
            theirs.add(new Theirs(name, nameOf(name), valueOf(current, name)));
        }
        model.addAttribute("theirs", theirs);
        long now = sheet.current().map(CostPlan::version).orElse(0L);
        return page(sheet, form.startingFrom(now), model, locale);
    }

    private String nameOf(String field) {
        Matcher place = PLACE.matcher(field);
        if (!place.find()) {
            return texts.say("finance.plan.start");
        }
        String line = texts.say("finance.plan.line", Integer.parseInt(place.group(1)) + 1);
        return switch (field.substring(field.indexOf('.') + 1)) {
            case "label" -> line + ", " + texts.say("finance.item.label");
            case "quantity" -> line + ", " + texts.say("finance.item.quantity");
            case "unitAmount" -> line + ", " + texts.say("finance.item.unit");
            case "category" -> line + ", " + texts.say("finance.item.category");
            case "eligible" -> line + ", " + texts.say("finance.item.eligible");
            default -> line;
        };
    }

    private String valueOf(PlanForm form, String field) {
        if (field.equals("startsOn")) {
            return Optional.ofNullable(form.startsOn()).orElse("");
        }
        Matcher place = PLACE.matcher(field);
        if (!place.find() || Integer.parseInt(place.group(1)) >= form.lines().size()) {
            return "";
        }
        ItemInput line = form.lines().get(Integer.parseInt(place.group(1)));
        String value =
                switch (field.substring(field.indexOf('.') + 1)) {
                    case "label" -> line.label();
                    case "quantity" -> line.quantity();
                    case "unitAmount" -> line.unitAmount();
                    case "category" -> categories().get(line.category());
                    case "eligible" ->
                            texts.say(
                                    Boolean.TRUE.equals(line.eligible())
                                            ? "finance.yes"
                                            : "finance.no");
                    default -> line.label() + " · " + line.unitAmount();
                };
        return value == null ? "" : value;
    }

    private String page(Sheet sheet, PlanForm form, Model model, Locale locale) {
        var fundingCase = sheet.fundingCase();
        boolean mayEdit = Callers.require().has("TREASURER") && !sheet.locked();
        model.addAttribute("sheet", sheet);
        model.addAttribute("plan", sheet.plan());
        model.addAttribute("form", form);
        model.addAttribute("lines", form.lines());
        model.addAttribute("amounts", TypedPlan.amounts(form));
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("treasurer", Callers.require().has("TREASURER"));
        model.addAttribute("categories", categories());
        model.addAttribute("kinds", kinds(sheet, form, locale));
        model.addAttribute("totals", TypedPlan.totals(form));
        warn(form, sheet, model, locale);
        sheet.current().ifPresent(plan -> model.addAttribute("chart", waterfall(plan)));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("finance.title"), "/finanzen"),
                        new Crumb(fundingCase.title(), "/vorhaben/" + fundingCase.id()),
                        Crumb.here(texts.say("finance.plan.title"))));
        return "finance/costplan";
    }

    /** Warnings about what is typed: beside their line, the others on their own. */
    private void warn(PlanForm form, Sheet sheet, Model model, Locale locale) {
        var written = form.written();
        Map<String, List<String>> beside = new LinkedHashMap<>();
        List<String> general = new ArrayList<>();
        var items = TypedPlan.items(form);
        var found =
                items.isEmpty() ? List.<WarningView>of() : reading.warnings(items, sheet, locale);
        for (var warning : found) {
            if (warning.item() == null) {
                general.add(warning.message());
            } else {
                beside.computeIfAbsent(
                                "items[" + written.get(warning.item()) + "]",
                                _ -> new ArrayList<>())
                        .add(warning.message());
            }
        }
        model.addAttribute("warnings", beside);
        model.addAttribute("generalWarnings", general);
    }

    /** What a line can be: personnel by the programme's kinds of posts, and the rest. */
    private Map<String, String> kinds(Sheet sheet, PlanForm form, Locale locale) {
        Map<String, String> kinds = new LinkedHashMap<>();
        String personnel = CostItem.Category.PERSONNEL.name();
        var programme = sheet.programme();
        if (programme != null) {
            programme
                    .postCategories()
                    .forEach(it ->
                            kinds.put(
                                    personnel + ":" + it.code(),
                                    texts.say("finance.category.post", it.label(locale))));
        }
        for (ItemInput line : form.lines()) {
            if (line.kind().startsWith(personnel + ":") && !kinds.containsKey(line.kind())) {
                kinds.put(
                        line.kind(),
                        texts.say(
                                "finance.category.post",
                                Optional.ofNullable(line.postCategory()).orElse("")));
            }
        }
        kinds.putAll(categories());
        return kinds;
    }

    private Map<String, String> categories() {
        return Arrays.stream(CostItem.Category.values())
                .collect(
                        Collectors.toMap(
                                CostItem.Category::name,
                                it -> texts.say("finance.category." + it.name()),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    private String waterfall(CostPlan plan) {
        CostTotals totals = plan.totals();
        Function<Money, String> written = it -> formats.money(it.cents());
        return Waterfall.titled(texts.say("finance.plan.chart.title"))
                .described(
                        texts.say(
                                "finance.plan.chart.text",
                                written.apply(totals.gross()),
                                written.apply(totals.grant()),
                                written.apply(totals.saving()),
                                written.apply(totals.net())))
                .total(
                        texts.say("finance.gross"),
                        totals.gross().cents(),
                        written.apply(totals.gross()))
                .minus(
                        texts.say("finance.grant"),
                        totals.grant().cents(),
                        written.apply(totals.grant()))
                .minus(
                        texts.say("finance.saving"),
                        totals.saving().cents(),
                        written.apply(totals.saving()))
                .result(texts.say("finance.net"), totals.net().cents(), written.apply(totals.net()))
                .svg();
    }

    private static String inputName(String field, List<Integer> written) {
        Matcher place = PLACE.matcher(field);
        return place.find()
                ? place.replaceFirst("items[" + written.get(Integer.parseInt(place.group(1))) + "]")
                : field.equals("items") ? "" : field;
    }

    /** What somebody else saved meanwhile. */
    record Theirs(String field, String name, String value) {}
}
