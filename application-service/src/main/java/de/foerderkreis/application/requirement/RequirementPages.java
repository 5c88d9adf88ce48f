package de.foerderkreis.application.requirement;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.DocumentShelf;
import de.foerderkreis.application.fundingcase.FundingCase;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The checklist as pages: all nine at a glance, one at a time to decide and to prove. */
@Controller
@RequestMapping("/vorhaben/{id}/anforderungen")
class RequirementPages {

    private final RequirementBook book;
    private final Cases cases;
    private final DocumentShelf documents;
    private final Programmes programmes;
    private final FormProblems problems;
    private final PageTexts texts;

    RequirementPages(
            RequirementBook book,
            Cases cases,
            DocumentShelf documents,
            Programmes programmes,
            FormProblems problems,
            PageTexts texts) {
        this.book = book;
        this.cases = cases;
        this.documents = documents;
        this.programmes = programmes;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    String list(@PathVariable UUID id, Model model) {
        var file = cases.require(id);
        model.addAttribute("crumbs", crumbs(file, null));
        model.addAttribute("file", file);
        model.addAttribute("requirements", book.of(id));
        return "application/requirements";
    }

    @GetMapping("/{code}")
    @PreAuthorize(Access.DISTRICT)
    String one(@PathVariable UUID id, @PathVariable String code, Model model) {
        var item = book.one(id, code);
        return page(
                id,
                item,
                model,
                new DecisionForm(
                        item.version(),
                        item.status().settled() ? item.status().name() : "",
                        Objects.toString(item.dueOn(), ""),
                        Objects.toString(item.reason(), "")),
                new EvidenceForm("", "", ""));
    }

    @PostMapping("/{code}")
    @PreAuthorize(Access.LEAD_UNIT)
    String decide(
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute DecisionForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var status = check.choice("status", form.status(), RequirementStatus.class);
            // The day of a promise is of no use to another decision, but stays in the form.
            var dueOn =
                    status == RequirementStatus.PROMISED
                            ? check.optionalDay("dueOn", form.dueOn())
                            : null;
            var reason = check.optionalText("reason", form.reason(), 2000);
            check.done();
            var version = form.version();
            book.decide(id, code, version == null ? -1 : version, status, dueOn, reason);
            redirect.addFlashAttribute("saved", texts.say("application.requirement.saved", code));
            return "redirect:/vorhaben/%s/anforderungen".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            var now = book.one(id, code);
            return page(
                    id,
                    now,
                    model,
                    new DecisionForm(now.version(), form.status(), form.dueOn(), form.reason()),
                    new EvidenceForm("", "", ""));
        }
    }

    @PostMapping("/{code}/nachweise")
    @PreAuthorize(Access.LEAD_UNIT)
    String record(
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute EvidenceForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        try {
            var check = new FormCheck();
            var chosen = check.text("kind", form.kind(), 100);
            var description = check.text("description", form.description(), 500);
            var datedOn = check.optionalDay("datedOn", form.datedOn());
            check.done();
            var document =
                    file == null || file.isEmpty()
                            ? null
                            : documents
                                    .add(
                                            id,
                                            file.getBytes(),
                                            Objects.requireNonNullElse(
                                                    file.getOriginalFilename(), ""))
                                    .sha256();
            var separator = chosen.indexOf('/');
            book.record(
                    id,
                    code,
                    separator < 0 ? chosen : chosen.substring(0, separator),
                    separator < 0 ? null : chosen.substring(separator + 1),
                    description,
                    document,
                    datedOn);
            redirect.addFlashAttribute("saved", texts.say("application.evidence.saved", code));
            return "redirect:/vorhaben/%s/anforderungen/%s".formatted(id, code);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            var now = book.one(id, code);
            return page(id, now, model, new DecisionForm(now.version(), "", "", ""), form);
        }
    }

    @PostMapping("/{code}/pruefung/{check}")
    @PreAuthorize(Access.LEAD_UNIT)
    String override(
            @PathVariable UUID id,
            @PathVariable String code,
            @PathVariable String check,
            @ModelAttribute OverrideForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var read = new FormCheck();
            var reason = read.optionalText("override-" + check, form.reason(), 1000);
            read.done();
            var version = form.version();
            book.override(id, code, check, version == null ? -1 : version, reason);
            redirect.addFlashAttribute("saved", texts.say("application.requirement.saved", code));
            return "redirect:/vorhaben/%s/anforderungen/%s".formatted(id, code);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            var now = book.one(id, code);
            model.addAttribute("override", form.reason());
            model.addAttribute("overridden", check);
            return page(
                    id,
                    now,
                    model,
                    new DecisionForm(now.version(), "", "", ""),
                    new EvidenceForm("", "", ""));
        }
    }

    private String page(
            UUID id,
            RequirementChecklist.Item item,
            Model model,
            DecisionForm decision,
            EvidenceForm evidence) {
        var file = cases.require(id);
        var caller = Callers.require();
        model.addAttribute("crumbs", crumbs(file, item));
        model.addAttribute("file", file);
        model.addAttribute("item", item);
        model.addAttribute("form", decision);
        model.addAttribute("evidence", evidence);
        model.addAttribute("mayEdit", caller.has("CLERK") || caller.has("HEAD"));
        model.addAttribute("decisions", decisions(item));
        model.addAttribute("kinds", kinds(file, item.code()));
        return "application/requirement";
    }

    private Map<String, String> decisions(RequirementChecklist.Item item) {
        var possible = new ArrayList<RequirementStatus>();
        for (var status : RequirementStatus.values()) {
            if (item.status().allows(status)
                    && (status != RequirementStatus.PROMISED || item.mayBePromised())) {
                possible.add(status);
            }
        }
        return texts.options("application.requirement.decide", possible);
    }

    private Map<String, String> kinds(FundingCase file, String code) {
        var kinds = new LinkedHashMap<String, String>();
        var locale = LocaleContextHolder.getLocale();
        programmes
                .require(file.programmeCode())
                .requirement(code)
                .ifPresent(rule ->
                        rule.evidence()
                                .forEach(it ->
                                        kinds.put(
                                                it.category() == null
                                                        ? it.kind()
                                                        : it.kind() + "/" + it.category(),
                                                it.label().in(locale))));
        return kinds;
    }

    private List<Crumb> crumbs(FundingCase file, RequirementChecklist.@Nullable Item item) {
        var here = texts.say("application.requirements.title");
        return item == null
                ? texts.inCase(file.id(), file.title(), Crumb.here(here))
                : texts.inCase(
                        file.id(),
                        file.title(),
                        new Crumb(here, "/vorhaben/%s/anforderungen".formatted(file.id())),
                        Crumb.here(item.code()));
    }

    /** What was typed, as it was typed. */
    record DecisionForm(
            @Nullable Long version,
            @Nullable String status,
            @Nullable String dueOn,
            @Nullable String reason) {}

    /** What was typed, as it was typed. */
    record EvidenceForm(
            @Nullable String kind, @Nullable String description, @Nullable String datedOn) {}

    /** What was typed, as it was typed. */
    record OverrideForm(@Nullable Long version, @Nullable String reason) {}
}
