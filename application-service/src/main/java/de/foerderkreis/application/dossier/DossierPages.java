package de.foerderkreis.application.dossier;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.annex.Annex;
import de.foerderkreis.application.annex.AnnexFolder;
import de.foerderkreis.application.conception.ConceptionReading;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Dossiers of a case as a page: what there is, what is missing, one more. */
@Controller
@RequestMapping("/vorhaben/{id}/akte")
class DossierPages {

    private final DossierDesk desk;
    private final ConceptionReading conception;
    private final AnnexFolder annexes;
    private final Cases cases;
    private final FormProblems problems;
    private final PageTexts texts;

    DossierPages(
            DossierDesk desk,
            ConceptionReading conception,
            AnnexFolder annexes,
            Cases cases,
            FormProblems problems,
            PageTexts texts) {
        this.desk = desk;
        this.conception = conception;
        this.annexes = annexes;
        this.cases = cases;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    String show(@PathVariable UUID id, Model model) {
        return page(id, model);
    }

    @PostMapping
    @PreAuthorize(Access.LEAD_UNIT)
    String order(
            @PathVariable UUID id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var no = desk.order(id);
            redirect.addFlashAttribute("saved", texts.say("application.dossier.ordered", no));
            return "redirect:/vorhaben/%s/akte".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return page(id, model);
        }
    }

    private String page(UUID id, Model model) {
        var file = cases.require(id);
        var caller = Callers.require();
        var dossiers = desk.of(id);
        model.addAttribute(
                "crumbs",
                texts.inCase(id, file.title(), Crumb.here(texts.say("application.dossier.title"))));
        model.addAttribute("file", file);
        model.addAttribute("dossiers", dossiers);
        model.addAttribute("making", dossiers.stream().anyMatch(DossierView::making));
        model.addAttribute("noConception", conception.latest(id).isEmpty());
        model.addAttribute(
                "missing",
                annexes.of(id).stream().filter(it -> it.status() == Annex.State.MISSING).toList());
        model.addAttribute("mayOrder", caller.has("CLERK") || caller.has("HEAD"));
        return "application/dossiers";
    }
}
