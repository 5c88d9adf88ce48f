package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.tally.Position;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The statement editor of a town, its preview, its receipt; and a delivered statement to read. */
@Controller
@RequestMapping("/beteiligung/{roundId}")
class StatementPages {

    private static final String SIGN = "sign";
    private static final String PREVIEW = "preview";

    private final Statements statements;
    private final Drafting drafting;
    private final Submission submission;
    private final DraftConflicts conflicts;
    private final Forms forms;

    StatementPages(
            Statements statements,
            Drafting drafting,
            Submission submission,
            DraftConflicts conflicts,
            Forms forms) {
        this.statements = statements;
        this.drafting = drafting;
        this.submission = submission;
        this.conflicts = conflicts;
        this.forms = forms;
    }

    @GetMapping("/stellungnahme")
    @PreAuthorize(Access.TOWN)
    String edit(@PathVariable UUID roundId, Model model) {
        var desk = statements.desk(Callers.require(), roundId);
        return editor(model, desk, typed(desk));
    }

    /** Saves first, whatever the button: nothing typed is lost on the way to the next page. */
    @PostMapping("/stellungnahme")
    @PreAuthorize(Access.TOWN)
    String save(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var caller = Callers.require();
        var form = forms.read(typed);
        var content = content(form);
        try {
            var saved =
                    form.clean()
                            ? forms.attempt(
                                    form, request, () -> act(caller, roundId, form, content))
                            : Optional.<StatementDraft>empty();
            if (saved.isPresent()) {
                redirect.addFlashAttribute("saved", savedText(form, saved.get()));
                return "redirect:/beteiligung/%s/stellungnahme%s"
                        .formatted(roundId, form.get("act").equals(PREVIEW) ? "/vorschau" : "");
            }
            forms.again(form, model, response);
            return editor(model, statements.desk(caller, roundId), form);
        } catch (StaleDraft stale) {
            return conflict(caller, roundId, form, stale, model, response);
        }
    }

    @GetMapping("/stellungnahme/vorschau")
    @PreAuthorize(Access.TOWN)
    String preview(@PathVariable UUID roundId, Model model) {
        var caller = Callers.require();
        var desk = statements.desk(caller, roundId);
        if (desk.draft().isEmpty()) {
            return "redirect:/beteiligung/" + roundId + "/stellungnahme";
        }
        return preview(caller, desk, model);
    }

    @PostMapping("/stellungnahme/abgabe")
    @PreAuthorize(Access.MAYOR)
    String submit(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var caller = Callers.require();
        var form = forms.read(typed);
        var submitted =
                forms.attempt(
                        form,
                        request,
                        () -> submission.submit(caller, roundId, form.version().orElse(-1L)));
        if (submitted.isPresent()) {
            return "redirect:/beteiligung/%s/stellungnahme/quittung/%s"
                    .formatted(roundId, submitted.get().id());
        }
        var desk = statements.desk(caller, roundId);
        model.addAttribute("errors", form.errors());
        response.setStatus(HttpStatus.CONFLICT.value());
        return desk.draft().isPresent()
                ? preview(caller, desk, model)
                : editor(model, desk, typed(desk));
    }

    @GetMapping("/stellungnahme/quittung/{id}")
    @PreAuthorize(Access.TOWN)
    String receipt(@PathVariable UUID roundId, @PathVariable UUID id, Model model) {
        var caller = Callers.require();
        var desk = statements.desk(caller, roundId);
        model.addAttribute("statement", statements.require(caller, roundId, id));
        return page(model, desk, "stakeholder/receipt");
    }

    private StatementDraft act(Caller caller, UUID roundId, FormInput form, Content content) {
        var saved =
                conflicts.telling(
                        () -> drafting.save(caller, roundId, form.version().orElse(null), content));
        return form.get("act").equals(SIGN)
                ? drafting.requestSignature(caller, roundId, saved.version())
                : saved;
    }

    private String savedText(FormInput form, StatementDraft saved) {
        return switch (form.get("act")) {
            case SIGN -> forms.text("stakeholder.editor.sent-to-sign");
            default -> forms.text("stakeholder.editor.saved", saved.version());
        };
    }

    private static Content content(FormInput form) {
        var text = form.optional("text", Content.LONGEST);
        return new Content(
                form.optionalChoice("position", Position.class).orElse(null),
                form.choices("reasons", Reason.class),
                form.clean() ? text : "");
    }

    private FormInput typed(Statements.Desk desk) {
        var values = new LinkedMultiValueMap<String, String>();
        var content =
                desk.draft().map(StatementDraft::content).orElseGet(() -> lastDelivered(desk));
        if (content.position() != null) {
            values.add("position", content.position().name());
        }
        content.reasons().forEach(reason -> values.add("reasons", reason.name()));
        values.add("text", content.text());
        desk.draft().ifPresent(draft -> values.add("version", String.valueOf(draft.version())));
        return forms.read(values);
    }

    /** A further statement starts from the last one. */
    private static Content lastDelivered(Statements.Desk desk) {
        return desk.delivered().isEmpty()
                ? Content.EMPTY
                : new Content(
                        desk.delivered().getLast().position(),
                        desk.delivered().getLast().reasons(),
                        desk.delivered().getLast().text());
    }

    private String conflict(
            Caller caller,
            UUID roundId,
            FormInput form,
            StaleDraft stale,
            Model model,
            HttpServletResponse response) {
        var desk = statements.desk(caller, roundId);
        form.reject("", "stakeholder.editor.conflict");
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("errors", form.errors());
        model.addAttribute("conflict", stale.changedFields());
        desk.draft().ifPresent(draft -> model.addAttribute("theirs", draft));
        return editor(model, desk, form);
    }

    private String editor(Model model, Statements.Desk desk, FormInput form) {
        model.addAttribute("form", form);
        model.addAttribute(
                "version", desk.draft().map(draft -> String.valueOf(draft.version())).orElse(""));
        model.addAttribute("positions", forms.options("stakeholder.position", Position.class));
        model.addAttribute("reasons", forms.options("stakeholder.reason", Reason.class));
        model.addAttribute("mayor", Callers.require().has("MAYOR"));
        return page(model, desk, "stakeholder/editor");
    }

    private String preview(Caller caller, Statements.Desk desk, Model model) {
        desk.draft().ifPresent(draft -> model.addAttribute("draft", draft));
        model.addAttribute("mayor", caller.has("MAYOR"));
        model.addAttribute(
                "hidden", Map.of("version", desk.draft().map(StatementDraft::version).orElse(-1L)));
        return page(model, desk, "stakeholder/preview");
    }

    private String page(Model model, Statements.Desk desk, String view) {
        var round = desk.round();
        model.addAttribute("round", round);
        model.addAttribute("desk", desk);
        model.addAttribute("late", statements.late(round));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(round.title(), "/beteiligung/" + round.roundId()),
                        Crumb.here(forms.text(view.replace('/', '.') + ".heading"))));
        return view;
    }
}
