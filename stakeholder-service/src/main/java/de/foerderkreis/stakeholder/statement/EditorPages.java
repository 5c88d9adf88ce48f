package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Formats;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.comment.Comments;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The statement editor of a town. */
@Controller
@RequestMapping("/beteiligung/{roundId}/stellungnahme")
class EditorPages {

    private final Statements statements;
    private final Drafting drafting;
    private final DraftConflicts conflicts;
    private final Comments comments;
    private final EditorModel editor;
    private final Forms forms;
    private final Formats formats;

    EditorPages(
            Statements statements,
            Drafting drafting,
            DraftConflicts conflicts,
            Comments comments,
            EditorModel editor,
            Forms forms,
            Formats formats) {
        this.statements = statements;
        this.drafting = drafting;
        this.conflicts = conflicts;
        this.comments = comments;
        this.editor = editor;
        this.forms = forms;
        this.formats = formats;
    }

    @GetMapping
    @PreAuthorize(Access.TOWN)
    String edit(@PathVariable UUID roundId, Model model) {
        var caller = Callers.require();
        var desk = statements.desk(caller, roundId);
        return editor.editor(caller, desk, editor.start(desk), editor.seen(desk), model);
    }

    /** Saves first, whatever the button: nothing typed is lost on the way to the next page. */
    @PostMapping
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
        var input = EditorInput.of(form);
        try {
            var saved =
                    form.clean()
                            ? forms.attempt(form, request, () -> act(caller, roundId, input))
                            : Optional.<StatementDraft>empty();
            if (saved.isPresent()) {
                redirect.addFlashAttribute("saved", forms.text(next(form).message()));
                return "redirect:/beteiligung/%s/stellungnahme%s"
                        .formatted(roundId, next(form).page());
            }
            forms.again(form, model, response);
            return editor.editor(
                    caller, statements.desk(caller, roundId), form, input.seen(), model);
        } catch (StaleDraft stale) {
            return merge(caller, roundId, input, stale, model, request, response);
        }
    }

    /**
     * Saves while its author writes on, for browsers with scripts; answers with the hidden fields
     * to go on with and a sentence to show. A colleague's change answers 409: the author then
     * saves, and the page shows both.
     */
    @PostMapping(path = "/zwischenstand", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(Access.TOWN)
    ResponseEntity<Autosaved> autosave(
            @PathVariable UUID roundId, @RequestParam MultiValueMap<String, String> typed) {
        var caller = Callers.require();
        var form = forms.read(typed);
        var input = EditorInput.of(form);
        if (!form.clean()) {
            throw Problem.invalid("text", "text-too-long", Content.LONGEST);
        }
        var saved = drafting.save(caller, roundId, form.version().orElse(null), input.content());
        return ResponseEntity.ok(
                new Autosaved(
                        editor.seen(statements.desk(caller, roundId)),
                        forms.text(
                                "stakeholder.editor.autosaved", formats.time(saved.updatedAt()))));
    }

    @PostMapping("/notizen/{commentId}/entfernen")
    @PreAuthorize(Access.TOWN)
    String withdraw(@PathVariable UUID roundId, @PathVariable UUID commentId) {
        comments.withdraw(Callers.require(), roundId, commentId);
        return "redirect:/beteiligung/%s/stellungnahme#notizen".formatted(roundId);
    }

    private StatementDraft act(Caller caller, UUID roundId, EditorInput input) {
        var theirs = statements.desk(caller, roundId).draft().map(StatementDraft::content);
        var content = theirs.map(input::chosen).orElse(input.content());
        var saved =
                conflicts.telling(() ->
                        drafting.save(
                                caller, roundId, input.form().version().orElse(null), content));
        return finish(caller, roundId, input.form(), saved);
    }

    private StatementDraft finish(
            Caller caller, UUID roundId, FormInput form, StatementDraft saved) {
        return switch (next(form)) {
            case SIGN -> drafting.requestSignature(caller, roundId, saved.version());
            case COMMENT -> {
                comments.write(caller, roundId, form.get("comment"));
                yield saved;
            }
            case PREVIEW, FILES, SAVE -> saved;
        };
    }

    /** What the two left alone in each other's fields is brought together without a question. */
    private String merge(
            Caller caller,
            UUID roundId,
            EditorInput input,
            StaleDraft stale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var desk = statements.desk(caller, roundId);
        var theirs = desk.draft();
        var form = input.form();
        var merged =
                theirs.map(it ->
                        DraftMerge.of(
                                input.content(),
                                it.content(),
                                stale.changedFields(),
                                input.changes()));
        if (merged.filter(it -> it.conflicts().isEmpty()).isPresent()) {
            var again =
                    forms.attempt(
                            form,
                            request,
                            () ->
                                    finish(
                                            caller,
                                            roundId,
                                            form,
                                            drafting.save(
                                                    caller,
                                                    roundId,
                                                    theirs.orElseThrow().version(),
                                                    merged.orElseThrow().content())));
            if (again.isPresent()) {
                return "redirect:/beteiligung/%s/stellungnahme%s"
                        .formatted(roundId, next(form).page());
            }
        }
        form.reject("", "stakeholder.editor.conflict");
        response.setStatus(409);
        model.addAttribute("errors", form.errors());
        model.addAttribute(
                "conflict", merged.map(DraftMerge::conflicts).orElse(stale.changedFields()));
        theirs.ifPresent(it -> model.addAttribute("theirs", it));
        var shown =
                forms.read(
                        EditorInput.fields(
                                merged.map(DraftMerge::content).orElse(input.content()), form));
        return editor.editor(caller, desk, shown, editor.seen(desk), model);
    }

    private static Next next(FormInput form) {
        return List.of(Next.values()).stream()
                .filter(it -> it.act.equals(form.get("act")))
                .findFirst()
                .orElse(Next.SAVE);
    }

    /** Where a button of the editor leads once everything is saved. */
    private enum Next {
        SAVE("save", "stakeholder.editor.saved", ""),
        PREVIEW("preview", "stakeholder.editor.saved", "/vorschau"),
        FILES("files", "stakeholder.editor.saved", "/dateien"),
        SIGN("sign", "stakeholder.editor.sent-to-sign", ""),
        COMMENT("comment", "stakeholder.editor.commented", "#notizen");

        private final String act;
        private final String message;
        private final String page;

        Next(String act, String message, String page) {
            this.act = act;
            this.message = message;
            this.page = page;
        }

        String message() {
            return message;
        }

        String page() {
            return page;
        }
    }

    /**
     * What the script needs after saving.
     *
     * @param fields values of hidden fields by name
     * @param saved sentence to show
     */
    record Autosaved(Map<String, String> fields, String saved) {}
}
