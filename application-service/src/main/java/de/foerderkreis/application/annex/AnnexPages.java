package de.foerderkreis.application.annex;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.DocumentShelf;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** The annexes of a case as pages: which are there, and one at a time to supply or to waive. */
@Controller
@RequestMapping("/vorhaben/{id}/unterlagen")
class AnnexPages {

    private final AnnexRegister register;
    private final Cases cases;
    private final DocumentShelf documents;
    private final FormProblems problems;
    private final PageTexts texts;

    AnnexPages(
            AnnexRegister register,
            Cases cases,
            DocumentShelf documents,
            FormProblems problems,
            PageTexts texts) {
        this.register = register;
        this.cases = cases;
        this.documents = documents;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    String list(@PathVariable UUID id, Model model) {
        var file = cases.require(id);
        var caller = Callers.require();
        model.addAttribute(
                "crumbs",
                texts.inCase(id, file.title(), Crumb.here(texts.say("application.annexes.title"))));
        model.addAttribute("file", file);
        model.addAttribute("annexes", register.of(id));
        model.addAttribute("mayEdit", caller.has("CLERK") || caller.has("HEAD"));
        return "application/annexes";
    }

    @GetMapping("/{no}")
    @PreAuthorize(Access.LEAD_UNIT)
    String one(@PathVariable UUID id, @PathVariable int no, Model model) {
        var annex = register.one(id, no);
        return page(
                id,
                annex,
                model,
                new AnnexForm(
                        annex.version(),
                        Objects.toString(annex.waivedReason(), ""),
                        Objects.toString(annex.text(), "")));
    }

    @PostMapping("/{no}")
    @PreAuthorize(Access.LEAD_UNIT)
    String set(
            @PathVariable UUID id,
            @PathVariable int no,
            @ModelAttribute AnnexForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        try {
            var check = new FormCheck();
            var uploaded = file != null && !file.isEmpty();
            var reason = check.optionalText("waivedReason", form.waivedReason(), 2000);
            var text = check.optionalText("text", form.text(), 20_000);
            // What lies there stays until another file or a waiver takes its place.
            var kept = reason == null ? register.one(id, no).documentSha256() : null;
            if (!uploaded && reason == null && text == null && kept == null) {
                check.wrong("file", "annex-file-or-reason");
            }
            if (reason != null && (uploaded || text != null)) {
                check.wrong("waivedReason", "present-and-waived");
            }
            check.done();
            var document =
                    file == null || !uploaded
                            ? kept
                            : documents
                                    .add(
                                            id,
                                            file.getBytes(),
                                            Objects.requireNonNullElse(
                                                    file.getOriginalFilename(), ""))
                                    .sha256();
            var version = form.version();
            register.set(id, no, version == null ? -1 : version, document, reason, text);
            redirect.addFlashAttribute("saved", texts.say("application.annex.saved", no));
            return "redirect:/vorhaben/%s/unterlagen".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            var now = register.one(id, no);
            return page(
                    id, now, model, new AnnexForm(now.version(), form.waivedReason(), form.text()));
        }
    }

    private String page(UUID id, AnnexFolder.Item annex, Model model, AnnexForm form) {
        var file = cases.require(id);
        model.addAttribute(
                "crumbs",
                texts.inCase(
                        id,
                        file.title(),
                        new Crumb(
                                texts.say("application.annexes.title"),
                                "/vorhaben/%s/unterlagen".formatted(id)),
                        Crumb.here(texts.say("application.annex", annex.no()))));
        model.addAttribute("file", file);
        model.addAttribute("annex", annex);
        model.addAttribute("form", form);
        return "application/annex";
    }

    /** What was typed, as it was typed. */
    record AnnexForm(
            @Nullable Long version, @Nullable String waivedReason, @Nullable String text) {}
}
