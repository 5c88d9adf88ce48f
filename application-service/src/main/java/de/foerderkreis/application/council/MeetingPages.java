package de.foerderkreis.application.council;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The form that records a meeting, and the one that puts an item on its agenda. */
@Controller
@RequestMapping("/vorhaben/{id}/gremien/sitzung")
class MeetingPages {

    private final CouncilFile file;
    private final CouncilForms forms;
    private final FormProblems problems;
    private final PageTexts texts;

    MeetingPages(CouncilFile file, CouncilForms forms, FormProblems problems, PageTexts texts) {
        this.file = file;
        this.forms = forms;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.MINUTES)
    String blank(@PathVariable UUID id, Model model) {
        return meeting(id, new MeetingForm("", "", ""), model);
    }

    @PostMapping
    @PreAuthorize(Access.MINUTES)
    String record(
            @PathVariable UUID id,
            @ModelAttribute MeetingForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var body = check.choice("body", form.body(), Body.class);
            var heldOn = check.day("heldOn", form.heldOn());
            var invitedOn = check.optionalDay("invitedOn", form.invitedOn());
            check.done();
            var meeting = file.convene(id, body, heldOn, invitedOn);
            redirect.addFlashAttribute("saved", texts.say("application.meeting.saved"));
            // A meeting without an item says nothing about the case: on to its first one.
            return "redirect:/vorhaben/%s/gremien/sitzung/%s/punkt".formatted(id, meeting.id());
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return meeting(id, form, model);
        }
    }

    @GetMapping("/{meeting}/punkt")
    @PreAuthorize(Access.MINUTES)
    String item(@PathVariable UUID id, @PathVariable UUID meeting, Model model) {
        return item(id, meeting, new ItemForm("", "", null, "", "", List.of()), model);
    }

    @PostMapping("/{meeting}/punkt")
    @PreAuthorize(Access.MINUTES)
    String list(
            @PathVariable UUID id,
            @PathVariable UUID meeting,
            @ModelAttribute ItemForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var number = check.text("number", form.number(), 20);
            var title = check.text("title", form.title(), 500);
            var competence = check.choice("competence", form.competence(), Competence.class);
            var motion = id("motionId", form.motionId(), check);
            var papers = new ArrayList<UUID>();
            for (var typed : form.papers()) {
                var paper = id("paperIds", typed, check);
                if (paper != null) {
                    papers.add(paper);
                }
            }
            check.done();
            file.list(
                    id,
                    meeting,
                    number,
                    title,
                    !Boolean.TRUE.equals(form.closed()),
                    competence,
                    motion,
                    papers);
            redirect.addFlashAttribute("saved", texts.say("application.item.saved"));
            return CouncilForms.home(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return item(id, meeting, form, model);
        }
    }

    private String meeting(UUID id, MeetingForm form, Model model) {
        model.addAttribute("bodies", texts.options("application.body", List.of(Body.values())));
        return forms.show(id, "meeting", form, model);
    }

    private String item(UUID id, UUID meeting, ItemForm form, Model model) {
        var chronicle = file.chronicle(id);
        var motions = new LinkedHashMap<String, String>();
        chronicle.motions().forEach(it -> motions.put(it.id().toString(), it.subject()));
        var papers = new LinkedHashMap<String, String>();
        chronicle
                .papers()
                .forEach(it -> papers.put(it.id().toString(), it.number() + " " + it.title()));
        model.addAttribute("meeting", meeting(chronicle, meeting));
        model.addAttribute("motions", motions);
        model.addAttribute("papers", papers);
        model.addAttribute(
                "competences",
                texts.options("application.competence", List.of(Competence.values())));
        return forms.show(id, "item", form, model);
    }

    private static Meeting meeting(Chronicle chronicle, UUID id) {
        return chronicle.meetings().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("meeting"));
    }

    private static @Nullable UUID id(String field, @Nullable String typed, FormCheck check) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException unreadable) {
            check.wrong(field, "choice-missing");
            return null;
        }
    }

    /** What was typed, as it was typed. */
    record MeetingForm(
            @Nullable String body, @Nullable String heldOn, @Nullable String invitedOn) {}

    /**
     * What was typed, as it was typed.
     *
     * @param closed whether the item was dealt with behind closed doors
     */
    record ItemForm(
            @Nullable String number,
            @Nullable String title,
            @Nullable Boolean closed,
            @Nullable String competence,
            @Nullable String motionId,
            @Nullable List<String> paperIds) {

        List<String> papers() {
            return paperIds == null ? List.of() : paperIds;
        }
    }
}
