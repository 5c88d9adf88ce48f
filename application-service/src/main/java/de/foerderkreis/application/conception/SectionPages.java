package de.foerderkreis.application.conception;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One section to write; where a colleague was faster both texts stand on the page. */
@Controller
@RequestMapping("/vorhaben/{id}/konzeption/abschnitt/{code}")
class SectionPages {

    private final ConceptionShelf shelf;
    private final ConceptionEditing editing;
    private final Cases cases;
    private final FormProblems problems;
    private final PageTexts texts;

    SectionPages(
            ConceptionShelf shelf,
            ConceptionEditing editing,
            Cases cases,
            FormProblems problems,
            PageTexts texts) {
        this.shelf = shelf;
        this.editing = editing;
        this.cases = cases;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.LEAD_UNIT)
    String ask(@PathVariable UUID id, @PathVariable String code, Model model) {
        var section = section(id, code);
        return page(id, section, new SectionForm(section.version(), section.text()), model);
    }

    @PostMapping
    @PreAuthorize(Access.LEAD_UNIT)
    String write(
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute SectionForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            editing.write(
                    id,
                    code,
                    Objects.requireNonNullElse(form.version(), -1L),
                    Objects.requireNonNullElse(form.text(), ""));
            redirect.addFlashAttribute("saved", texts.say("application.conception.saved"));
            return "redirect:/vorhaben/%s/konzeption".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            var section = section(id, code);
            var stale = refused.type().equals("stale-version");
            // Saving again from the new version overwrites what the colleague wrote, knowingly.
            var version = stale ? Long.valueOf(section.version()) : form.version();
            return page(id, section, new SectionForm(version, form.text()), model);
        }
    }

    private ConceptionDraft.Section section(UUID id, String code) {
        return shelf.draft(id).sections().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("section"));
    }

    private String page(UUID id, ConceptionDraft.Section section, SectionForm form, Model model) {
        var file = cases.require(id);
        model.addAttribute(
                "crumbs",
                texts.inCase(
                        id,
                        file.title(),
                        new Crumb(
                                texts.say("application.conception.title"),
                                "/vorhaben/%s/konzeption".formatted(id)),
                        Crumb.here(section.title())));
        model.addAttribute("file", file);
        model.addAttribute("section", section);
        model.addAttribute("form", form);
        model.addAttribute("placeholders", shelf.placeholders(id));
        return "application/conception-section";
    }

    /** What was typed, as it was typed. */
    record SectionForm(@Nullable Long version, @Nullable String text) {}
}
