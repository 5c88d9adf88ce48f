package de.foerderkreis.application.council;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.problem.Problem;
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

/** The form that records a motion. */
@Controller
@RequestMapping("/vorhaben/{id}/gremien/antrag")
class MotionPages {

    private final CouncilFile file;
    private final CouncilForms forms;
    private final FormProblems problems;
    private final PageTexts texts;

    MotionPages(CouncilFile file, CouncilForms forms, FormProblems problems, PageTexts texts) {
        this.file = file;
        this.forms = forms;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.MINUTES)
    String blank(@PathVariable UUID id, Model model) {
        return forms.show(id, "motion", new MotionForm("", "", "", "", "", ""), model);
    }

    @PostMapping
    @PreAuthorize(Access.MINUTES)
    String record(
            @PathVariable UUID id,
            @ModelAttribute MotionForm form,
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
            var datedOn = check.day("datedOn", form.datedOn());
            var proposers = proposers(form.proposers());
            if (proposers.isEmpty()) {
                check.wrong("proposers", "proposers-missing");
            }
            var subject = check.text("subject", form.subject(), 500);
            var wording = check.optionalText("wording", form.wording(), 10_000);
            var mandate = check.optionalText("mandate", form.mandate(), 1000);
            check.done();
            file.move(id, datedOn, proposers, subject, wording, mandate, document);
            redirect.addFlashAttribute("saved", texts.say("application.motion.saved"));
            return CouncilForms.home(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            var kept =
                    new MotionForm(
                            form.datedOn(),
                            form.proposers(),
                            form.subject(),
                            form.wording(),
                            form.mandate(),
                            document);
            return forms.show(id, "motion", kept, model);
        }
    }

    private static List<String> proposers(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "")
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** What was typed, as it was typed; one proposer a line. */
    record MotionForm(
            @Nullable String datedOn,
            @Nullable String proposers,
            @Nullable String subject,
            @Nullable String wording,
            @Nullable String mandate,
            @Nullable String documentSha256) {}
}
