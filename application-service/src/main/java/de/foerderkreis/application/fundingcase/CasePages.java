package de.foerderkreis.application.fundingcase;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of cases, the form that opens one, the form that edits one, and its documents. */
@Controller
@RequestMapping("/vorhaben")
class CasePages {

    private final CaseRegister register;
    private final DocumentShelf documents;
    private final Programmes programmes;
    private final FormProblems problems;
    private final PageTexts texts;

    CasePages(
            CaseRegister register,
            DocumentShelf documents,
            Programmes programmes,
            FormProblems problems,
            PageTexts texts) {
        this.register = register;
        this.documents = documents;
        this.programmes = programmes;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.CASE_READERS)
    String list(Model model) {
        model.addAttribute("crumbs", List.of(Crumb.here(texts.say("application.cases.title"))));
        model.addAttribute("cases", register.readable());
        model.addAttribute("mayOpen", Callers.require().has("CLERK"));
        return "application/cases";
    }

    @GetMapping("/neu")
    @PreAuthorize(Access.CLERK)
    String blank(Model model) {
        return form(model, new CaseForm(null, "", "", "", ""));
    }

    @PostMapping("/neu")
    @PreAuthorize(Access.CLERK)
    String open(
            @ModelAttribute CaseForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var title = check.text("title", form.title(), 200);
            var programme = check.text("programmeCode", form.programmeCode(), 40);
            var reference = check.text("fileReference", form.fileReference(), 60);
            var openedOn = check.day("openedOn", form.openedOn());
            check.done();
            var opened = register.open(title, programme, reference, openedOn);
            redirect.addFlashAttribute("saved", texts.say("application.case.opened"));
            return "redirect:/vorhaben/" + opened.id();
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return form(model, form);
        }
    }

    @GetMapping("/{id}/bearbeiten")
    @PreAuthorize(Access.CLERK)
    String edit(@PathVariable UUID id, Model model) {
        var file = register.require(id);
        return editForm(
                model,
                file,
                new CaseForm(
                        file.version(),
                        file.title(),
                        file.programmeCode(),
                        file.fileReference(),
                        ""));
    }

    @PostMapping("/{id}/bearbeiten")
    @PreAuthorize(Access.CLERK)
    String save(
            @PathVariable UUID id,
            @ModelAttribute CaseForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var title = check.text("title", form.title(), 200);
            var reference = check.text("fileReference", form.fileReference(), 60);
            check.done();
            var version = form.version();
            register.edit(id, version == null ? -1 : version, title, reference);
            redirect.addFlashAttribute("saved", texts.say("application.saved"));
            return "redirect:/vorhaben/" + id;
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            var now = register.require(id);
            return editForm(
                    model,
                    now,
                    new CaseForm(
                            now.version(),
                            form.title(),
                            now.programmeCode(),
                            form.fileReference(),
                            ""));
        }
    }

    @GetMapping("/{id}/dokumente/{sha256}")
    @PreAuthorize(Access.DISTRICT)
    ResponseEntity<byte[]> document(@PathVariable UUID id, @PathVariable String sha256) {
        var content = documents.read(id, sha256);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.document().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.document().filename(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.bytes());
    }

    private String form(Model model, CaseForm form) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("application.cases.title"), "/vorhaben"),
                        Crumb.here(texts.say("application.case.new"))));
        model.addAttribute("form", form);
        model.addAttribute("programmes", programmeChoices());
        return "application/case-new";
    }

    private String editForm(Model model, FundingCase now, CaseForm form) {
        model.addAttribute(
                "crumbs",
                texts.inCase(
                        now.id(), now.title(), Crumb.here(texts.say("application.case.edit"))));
        model.addAttribute("form", form);
        model.addAttribute("now", now);
        return "application/case-edit";
    }

    private Map<String, String> programmeChoices() {
        var choices = new LinkedHashMap<String, String>();
        for (var programme : programmes.all()) {
            choices.put(programme.code(), programme.title().in(LocaleContextHolder.getLocale()));
        }
        return choices;
    }

    /** What was typed, as it was typed. */
    record CaseForm(
            @Nullable Long version,
            @Nullable String title,
            @Nullable String programmeCode,
            @Nullable String fileReference,
            @Nullable String openedOn) {}
}
