package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.attachment.Attachments;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.signing.SignedAs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Preview of a statement, handing it in, and its receipt. */
@Controller
@RequestMapping("/beteiligung/{roundId}/stellungnahme")
class HandInPages {

    private final Statements statements;
    private final Submission submission;
    private final Attachments attachments;
    private final EditorModel editor;
    private final Forms forms;

    HandInPages(
            Statements statements,
            Submission submission,
            Attachments attachments,
            EditorModel editor,
            Forms forms) {
        this.statements = statements;
        this.submission = submission;
        this.attachments = attachments;
        this.editor = editor;
        this.forms = forms;
    }

    @GetMapping("/vorschau")
    @PreAuthorize(Access.TOWN)
    String preview(@PathVariable UUID roundId, Model model) {
        var caller = Callers.require();
        var desk = statements.desk(caller, roundId);
        if (desk.draft().isEmpty()) {
            return "redirect:/beteiligung/" + roundId + "/stellungnahme";
        }
        return preview(caller, desk, forms.start(Map.of()), model);
    }

    @PostMapping("/abgabe")
    @PreAuthorize(Access.MAYOR)
    String submit(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var caller = Callers.require();
        var form = forms.read(typed);
        var signedAs = form.optionalChoice("signedAs", SignedAs.class).orElse(null);
        var submitted =
                forms.attempt(
                        form,
                        request,
                        () ->
                                submission.submit(
                                        caller, roundId, form.version().orElse(-1L), signedAs));
        if (submitted.isPresent()) {
            return "redirect:/beteiligung/%s/stellungnahme/quittung/%s"
                    .formatted(roundId, submitted.get().id());
        }
        var desk = statements.desk(caller, roundId);
        model.addAttribute("errors", form.errors());
        response.setStatus(HttpStatus.CONFLICT.value());
        return desk.draft().isPresent()
                ? preview(caller, desk, form, model)
                : editor.editor(caller, desk, editor.start(desk), editor.seen(desk), model);
    }

    @GetMapping("/quittung/{id}")
    @PreAuthorize(Access.TOWN)
    String receipt(@PathVariable UUID roundId, @PathVariable UUID id, Model model) {
        var caller = Callers.require();
        var desk = statements.desk(caller, roundId);
        model.addAttribute("statement", statements.require(caller, roundId, id));
        model.addAttribute("originals", attachments.ofStatement(id));
        return editor.page(caller, desk, model, "stakeholder/receipt");
    }

    private String preview(Caller caller, Statements.Desk desk, FormInput form, Model model) {
        desk.draft().ifPresent(draft -> model.addAttribute("draft", draft));
        model.addAttribute("form", form);
        model.addAttribute("signedAs", forms.options("stakeholder.signed-as", SignedAs.class));
        return editor.page(caller, desk, model, "stakeholder/preview");
    }
}
