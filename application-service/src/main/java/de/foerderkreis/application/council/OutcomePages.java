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

/** The form that records how a body dealt with an item. */
@Controller
@RequestMapping("/vorhaben/{id}/gremien/sitzung/{meeting}/punkt/{item}")
class OutcomePages {

    private final CouncilFile file;
    private final AgendaMinutes minutes;
    private final CouncilForms forms;
    private final FormProblems problems;
    private final PageTexts texts;

    OutcomePages(
            CouncilFile file,
            AgendaMinutes minutes,
            CouncilForms forms,
            FormProblems problems,
            PageTexts texts) {
        this.file = file;
        this.minutes = minutes;
        this.forms = forms;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.MINUTES)
    String blank(
            @PathVariable UUID id,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            Model model) {
        var it = item(id, meeting, item, model);
        var outcome = it.outcome();
        return page(
                id,
                new OutcomeForm(
                        it.version(),
                        outcome == null ? "" : outcome.name(),
                        "",
                        "",
                        "",
                        it.note(),
                        "",
                        ""),
                model);
    }

    @PostMapping
    @PreAuthorize(Access.MINUTES)
    String record(
            @PathVariable UUID id,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @ModelAttribute OutcomeForm form,
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
            var outcome = check.choice("outcome", form.outcome(), Outcome.class);
            var votes = votes(form, check);
            var note = check.optionalText("note", form.note(), 2000);
            var resolves = check.optionalChoice("resolves", form.resolves(), Resolves.class);
            if (outcome.adopted() && document == null) {
                check.wrong("file", "adopted-without-document");
            }
            check.done();
            var version = form.version();
            minutes.record(
                    id,
                    meeting,
                    item,
                    new AgendaMinutes.Minuted(
                            version == null ? -1 : version,
                            outcome,
                            votes,
                            note,
                            resolves,
                            document,
                            null));
            redirect.addFlashAttribute("saved", texts.say("application.agenda.saved"));
            return CouncilForms.home(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            var now = item(id, meeting, item, model);
            return page(
                    id,
                    new OutcomeForm(
                            now.version(),
                            form.outcome(),
                            form.yes(),
                            form.no(),
                            form.abstain(),
                            form.note(),
                            form.resolves(),
                            document),
                    model);
        }
    }

    private static @Nullable Votes votes(OutcomeForm form, FormCheck check) {
        var yes = check.optionalCount("yes", form.yes());
        var no = check.optionalCount("no", form.no());
        var abstain = check.optionalCount("abstain", form.abstain());
        if (yes == null && no == null && abstain == null) {
            return null;
        }
        // Minutes that name yes and no and leave out abstentions mean that there were none.
        return new Votes(yes == null ? 0 : yes, no == null ? 0 : no, abstain == null ? 0 : abstain);
    }

    private AgendaItem item(UUID id, UUID meetingId, UUID itemId, Model model) {
        var meeting =
                file.chronicle(id).meetings().stream()
                        .filter(it -> it.id().equals(meetingId))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("meeting"));
        var item =
                meeting.items().stream()
                        .filter(it -> it.id().equals(itemId))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("agenda-item"));
        model.addAttribute("meeting", meeting);
        model.addAttribute("item", item);
        return item;
    }

    private String page(UUID id, OutcomeForm form, Model model) {
        model.addAttribute(
                "outcomes", texts.options("application.outcome", List.of(Outcome.values())));
        model.addAttribute(
                "resolves", texts.options("application.resolves", List.of(Resolves.values())));
        return forms.show(id, "agenda", form, model);
    }

    /** What was typed, as it was typed, and the document stored meanwhile. */
    record OutcomeForm(
            @Nullable Long version,
            @Nullable String outcome,
            @Nullable String yes,
            @Nullable String no,
            @Nullable String abstain,
            @Nullable String note,
            @Nullable String resolves,
            @Nullable String documentSha256) {}
}
