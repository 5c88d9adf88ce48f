package de.foerderkreis.application.conception;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.council.Body;
import de.foerderkreis.application.council.CouncilRecord;
import de.foerderkreis.application.document.GermanFormat;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conception to read, to compare and to adopt; a town reads what it was asked to judge. */
@Controller
@RequestMapping("/vorhaben/{id}/konzeption")
class ConceptionPages {

    private final ConceptionShelf shelf;
    private final ConceptionEditing editing;
    private final ConceptionRelease release;
    private final ConceptionDifference differences;
    private final CouncilRecord council;
    private final Cases cases;
    private final FormProblems problems;
    private final PageTexts texts;

    ConceptionPages(
            ConceptionShelf shelf,
            ConceptionEditing editing,
            ConceptionRelease release,
            ConceptionDifference differences,
            CouncilRecord council,
            Cases cases,
            FormProblems problems,
            PageTexts texts) {
        this.shelf = shelf;
        this.editing = editing;
        this.release = release;
        this.differences = differences;
        this.council = council;
        this.cases = cases;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.CASE_READERS)
    String show(@PathVariable UUID id, Model model) {
        var versions = shelf.versions(id);
        if (Callers.require().kind() == OrganisationKind.MUNICIPALITY) {
            return versions.isEmpty()
                    ? page(id, model, "application/conception-none")
                    : versionPage(id, versions.getFirst(), model);
        }
        return draftPage(id, model);
    }

    @PostMapping("/ueberarbeitung")
    @PreAuthorize(Access.LEAD_UNIT)
    String revise(
            @PathVariable UUID id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            editing.revise(id);
            redirect.addFlashAttribute("saved", texts.say("application.conception.revising"));
            return "redirect:/vorhaben/%s/konzeption".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return draftPage(id, model);
        }
    }

    @GetMapping("/freigabe")
    @PreAuthorize(Access.LANDRAT)
    String askRelease(@PathVariable UUID id, Model model) {
        return releasePage(id, model);
    }

    @PostMapping("/freigabe")
    @PreAuthorize(Access.LANDRAT)
    String release(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long version,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var no = release.release(id, version);
            redirect.addFlashAttribute("saved", texts.say("application.conception.released", no));
            return "redirect:/vorhaben/%s/konzeption/%d".formatted(id, no);
        } catch (Problem refused) {
            problems.show(titled(id, refused), model, request, response);
            return releasePage(id, model);
        }
    }

    @GetMapping("/{version}")
    @PreAuthorize(Access.CASE_READERS)
    String version(@PathVariable UUID id, @PathVariable int version, Model model) {
        return versionPage(id, shelf.version(id, version), model);
    }

    @PostMapping("/{version}/beschluss")
    @PreAuthorize(Access.MINUTES)
    String adopt(
            @PathVariable UUID id,
            @PathVariable int version,
            @ModelAttribute AdoptionForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var resolution = form.resolution();
            if (resolution == null) {
                check.wrong("resolutionId", "choice-missing");
            }
            check.done();
            release.adopt(id, version, java.util.Objects.requireNonNull(resolution));
            redirect.addFlashAttribute(
                    "saved", texts.say("application.conception.adopted", version));
            return "redirect:/vorhaben/%s/konzeption/%d".formatted(id, version);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return versionPage(id, shelf.version(id, version), model);
        }
    }

    @GetMapping("/{version}/unterschied/{other}")
    @PreAuthorize(Access.DISTRICT)
    String difference(
            @PathVariable UUID id,
            @PathVariable int version,
            @PathVariable int other,
            Model model) {
        model.addAttribute("from", version);
        model.addAttribute("to", other);
        model.addAttribute("sections", differences.between(id, version, other));
        return page(
                id,
                model,
                "application/conception-difference",
                texts.say("application.conception.difference.crumb", version, other));
    }

    /** A person is told the titles of the sections that changed, not their codes. */
    private Problem titled(UUID id, Problem refused) {
        if (!(refused.properties().get("changedFields") instanceof Collection<?> codes)) {
            return refused;
        }
        var titles =
                shelf.draft(id).sections().stream()
                        .filter(it -> codes.contains(it.code()))
                        .map(ConceptionDraft.Section::title)
                        .toList();
        return titles.isEmpty() ? refused : Problem.stale(titles);
    }

    private String draftPage(UUID id, Model model) {
        var caller = Callers.require();
        var lead = caller.has("CLERK") || caller.has("HEAD");
        var draft = shelf.draft(id);
        model.addAttribute("draft", draft);
        model.addAttribute("shown", shelf.shown(id, draft).orElseThrow());
        model.addAttribute("versions", shelf.versions(id));
        model.addAttribute("mayWrite", lead && draft.editable());
        model.addAttribute("mayRevise", lead && !draft.editable());
        model.addAttribute("mayRelease", caller.has("LANDRAT") && draft.editable());
        return page(id, model, "application/conception");
    }

    private String releasePage(UUID id, Model model) {
        model.addAttribute("draft", shelf.draft(id));
        return page(
                id,
                model,
                "application/conception-release",
                texts.say("application.conception.release"));
    }

    private String versionPage(UUID id, ReleasedConception version, Model model) {
        var caller = Callers.require();
        var district = caller.kind() == OrganisationKind.DISTRICT;
        model.addAttribute("version", version);
        model.addAttribute("district", district);
        model.addAttribute(
                "others",
                district
                        ? shelf.versions(id).stream()
                                .map(ReleasedConception::no)
                                .filter(it -> it < version.no())
                                .toList()
                        : List.of());
        var mayAdopt =
                (caller.has("CLERK") || caller.has("HEAD") || caller.has("COUNCIL_SECRETARY"))
                        && version.adoptedBy() == null;
        model.addAttribute("resolutions", mayAdopt ? adopting(id) : Map.of());
        model.addAttribute("adopting", adoptedBy(id, version, district));
        return page(
                id,
                model,
                "application/conception-version",
                texts.say("application.conception.version", version.no()));
    }

    private Map<String, String> adopting(UUID id) {
        var options = new LinkedHashMap<String, String>();
        council.of(id).stream()
                .filter(it -> it.body() == Body.KREISTAG && it.outcome().adopted())
                .forEach(it ->
                        options.put(
                                it.id().toString(),
                                GermanFormat.FORM.day(it.decidedOn()) + ", " + it.subject()));
        return options;
    }

    private @Nullable String adoptedBy(UUID id, ReleasedConception version, boolean district) {
        return district && version.adoptedBy() != null
                ? adopting(id).get(version.adoptedBy().toString())
                : null;
    }

    private String page(UUID id, Model model, String template, String... deeper) {
        var file = cases.require(id);
        var here = texts.say("application.conception.title");
        model.addAttribute(
                "crumbs",
                deeper.length == 0
                        ? texts.inCase(id, file.title(), Crumb.here(here))
                        : texts.inCase(
                                id,
                                file.title(),
                                new Crumb(here, "/vorhaben/%s/konzeption".formatted(id)),
                                Crumb.here(deeper[0])));
        model.addAttribute("file", file);
        return template;
    }

    /** What was chosen, as it was sent. */
    record AdoptionForm(@Nullable String resolutionId) {

        @Nullable UUID resolution() {
            try {
                return resolutionId == null ? null : UUID.fromString(resolutionId);
            } catch (IllegalArgumentException nothingOffered) {
                return null;
            }
        }
    }
}
