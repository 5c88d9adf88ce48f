package de.foerderkreis.application.council;

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
import java.util.List;
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

/** The chronicle of the bodies as a page, with the form that records a resolution on its own. */
@Controller
@RequestMapping("/vorhaben/{id}/gremien")
class ResolutionPages {

    private final ResolutionRegister register;
    private final CouncilRecord council;
    private final Cases cases;
    private final DocumentShelf documents;
    private final FormProblems problems;
    private final PageTexts texts;

    ResolutionPages(
            ResolutionRegister register,
            CouncilRecord council,
            Cases cases,
            DocumentShelf documents,
            FormProblems problems,
            PageTexts texts) {
        this.register = register;
        this.council = council;
        this.cases = cases;
        this.documents = documents;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    String list(@PathVariable UUID id, Model model) {
        return page(id, model, new ResolutionForm("", "", "", "", "", ""));
    }

    @PostMapping
    @PreAuthorize(Access.MINUTES)
    String record(
            @PathVariable UUID id,
            @ModelAttribute ResolutionForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var document = form.documentSha256();
        try {
            // Stored first and remembered by its hash: a form sent back need not upload it again.
            if (file != null && !file.isEmpty()) {
                document =
                        documents
                                .add(
                                        id,
                                        file.getBytes(),
                                        Objects.requireNonNullElse(file.getOriginalFilename(), ""))
                                .sha256();
            }
            var check = new FormCheck();
            var body = check.choice("body", form.body(), Body.class);
            var decidedOn = check.day("decidedOn", form.decidedOn());
            var outcome = check.choice("outcome", form.outcome(), Outcome.class);
            var subject = check.text("subject", form.subject(), 500);
            var resolves = check.optionalChoice("resolves", form.resolves(), Resolves.class);
            if (outcome.adopted() && (document == null || document.isBlank())) {
                check.wrong("file", "adopted-without-document");
            }
            check.done();
            register.record(
                    id,
                    body,
                    decidedOn,
                    outcome,
                    subject,
                    document == null || document.isBlank() ? null : document,
                    resolves);
            redirect.addFlashAttribute("saved", texts.say("application.resolution.saved"));
            return "redirect:/vorhaben/%s/gremien".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return page(
                    id,
                    model,
                    new ResolutionForm(
                            form.body(),
                            form.decidedOn(),
                            form.outcome(),
                            form.subject(),
                            document,
                            form.resolves()));
        }
    }

    private String page(UUID id, Model model, ResolutionForm form) {
        var file = cases.require(id);
        var caller = Callers.require();
        model.addAttribute(
                "crumbs",
                texts.inCase(id, file.title(), Crumb.here(texts.say("application.council.title"))));
        model.addAttribute("file", file);
        model.addAttribute("chronicle", council.chronicle(id));
        model.addAttribute("form", form);
        model.addAttribute(
                "mayRecord",
                caller.has("CLERK") || caller.has("HEAD") || caller.has("COUNCIL_SECRETARY"));
        model.addAttribute("bodies", texts.options("application.body", List.of(Body.values())));
        model.addAttribute(
                "outcomes", texts.options("application.outcome", List.of(Outcome.values())));
        model.addAttribute(
                "resolves", texts.options("application.resolves", List.of(Resolves.values())));
        return "application/council";
    }

    /** What was typed, as it was typed, and the document stored meanwhile. */
    record ResolutionForm(
            @Nullable String body,
            @Nullable String decidedOn,
            @Nullable String outcome,
            @Nullable String subject,
            @Nullable String documentSha256,
            @Nullable String resolves) {}
}
