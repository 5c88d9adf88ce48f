package de.foerderkreis.application.council;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.council.Paper.Consultation;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that records a paper, and the one that notes that an announced one was sent. */
@Controller
@RequestMapping("/vorhaben/{id}/gremien/vorlage")
class PaperPages {

    private final CouncilFile file;
    private final CouncilForms forms;
    private final FormProblems problems;
    private final PageTexts texts;

    PaperPages(CouncilFile file, CouncilForms forms, FormProblems problems, PageTexts texts) {
        this.file = file;
        this.forms = forms;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.MINUTES)
    String blank(@PathVariable UUID id, Model model) {
        return page(
                id, new PaperForm("", "", "", "", null, "", "", "", "", "", "", "", "", ""), model);
    }

    @PostMapping
    @PreAuthorize(Access.MINUTES)
    String record(
            @PathVariable UUID id,
            @ModelAttribute PaperForm form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile upload,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var document = form.documentSha256();
        try {
            document = forms.upload(id, upload, document);
            var check = new FormCheck();
            var number = check.text("number", form.number(), 60);
            var type = check.choice("type", form.type(), Paper.Type.class);
            var title = check.text("title", form.title(), 500);
            var datedOn = check.day("datedOn", form.datedOn());
            var announcedOn = check.optionalDay("announcedOn", form.announcedOn());
            var sentOn = check.optionalDay("sentOn", form.sentOn());
            var steps = new ArrayList<Consultation>();
            step("first", form.firstBody(), form.firstCompetence(), form.firstOn(), check, steps);
            step(
                    "second",
                    form.secondBody(),
                    form.secondCompetence(),
                    form.secondOn(),
                    check,
                    steps);
            check.done();
            file.file(
                    id,
                    number,
                    type,
                    title,
                    datedOn,
                    Boolean.TRUE.equals(form.supplementary()),
                    announcedOn,
                    sentOn,
                    document,
                    steps);
            redirect.addFlashAttribute("saved", texts.say("application.paper.saved"));
            return CouncilForms.home(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return page(id, form.with(document), model);
        }
    }

    @GetMapping("/{paper}")
    @PreAuthorize(Access.MINUTES)
    String sending(@PathVariable UUID id, @PathVariable UUID paper, Model model) {
        var it = paper(id, paper);
        model.addAttribute("paper", it);
        return forms.show(id, "paper-sending", new SendForm(it.version(), "", ""), model);
    }

    @PostMapping("/{paper}")
    @PreAuthorize(Access.MINUTES)
    String send(
            @PathVariable UUID id,
            @PathVariable UUID paper,
            @ModelAttribute SendForm form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile upload,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var document = form.documentSha256();
        try {
            document = forms.upload(id, upload, document);
            var check = new FormCheck();
            var sentOn = check.day("sentOn", form.sentOn());
            check.done();
            var version = form.version();
            file.send(id, paper, version == null ? -1 : version, sentOn, document);
            redirect.addFlashAttribute("saved", texts.say("application.paper.sent"));
            return CouncilForms.home(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            var it = paper(id, paper);
            model.addAttribute("paper", it);
            return forms.show(
                    id,
                    "paper-sending",
                    new SendForm(it.version(), form.sentOn(), document),
                    model);
        }
    }

    private String page(UUID id, PaperForm form, Model model) {
        model.addAttribute(
                "types", texts.options("application.paper.type", List.of(Paper.Type.values())));
        model.addAttribute("bodies", texts.options("application.body", List.of(Body.values())));
        model.addAttribute(
                "competences",
                texts.options("application.competence", List.of(Competence.values())));
        return forms.show(id, "paper", form, model);
    }

    private Paper paper(UUID id, UUID paper) {
        return file.chronicle(id).papers(List.of(paper)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("paper"));
    }

    private static void step(
            String name,
            @Nullable String body,
            @Nullable String competence,
            @Nullable String day,
            FormCheck check,
            List<Consultation> steps) {
        var on = check.optionalDay(name + "On", day);
        if (body != null && !body.isBlank() || competence != null && !competence.isBlank()) {
            steps.add(
                    new Consultation(
                            check.choice(name + "Body", body, Body.class),
                            check.choice(name + "Competence", competence, Competence.class),
                            on));
        }
    }

    /** What was typed, as it was typed. */
    record PaperForm(
            @Nullable String number,
            @Nullable String type,
            @Nullable String title,
            @Nullable String datedOn,
            @Nullable Boolean supplementary,
            @Nullable String announcedOn,
            @Nullable String sentOn,
            @Nullable String firstBody,
            @Nullable String firstCompetence,
            @Nullable String firstOn,
            @Nullable String secondBody,
            @Nullable String secondCompetence,
            @Nullable String secondOn,
            @Nullable String documentSha256) {

        PaperForm with(@Nullable String document) {
            return new PaperForm(
                    number,
                    type,
                    title,
                    datedOn,
                    supplementary,
                    announcedOn,
                    sentOn,
                    firstBody,
                    firstCompetence,
                    firstOn,
                    secondBody,
                    secondCompetence,
                    secondOn,
                    document);
        }
    }

    /** What was typed, as it was typed. */
    record SendForm(
            @Nullable Long version, @Nullable String sentOn, @Nullable String documentSha256) {}
}
