package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.attachment.Attachments;
import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.comment.Comments;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.signing.TownSignings;
import de.foerderkreis.stakeholder.tally.Position;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;

/** What the pages of a town's desk have in common. */
@Component
class EditorModel {

    private final Statements statements;
    private final Attachments attachments;
    private final Comments comments;
    private final TownSignings signings;
    private final Forms forms;

    EditorModel(
            Statements statements,
            Attachments attachments,
            Comments comments,
            TownSignings signings,
            Forms forms) {
        this.statements = statements;
        this.attachments = attachments;
        this.comments = comments;
        this.signings = signings;
        this.forms = forms;
    }

    /** The editor with what is saved, or else with what was handed in last. */
    FormInput start(Statements.Desk desk) {
        var content = content(desk);
        var values = new LinkedMultiValueMap<String, String>();
        var position = content.position();
        if (position != null) {
            values.add("position", position.name());
        }
        content.reasons().forEach(reason -> values.add("reasons", reason.name()));
        values.add("text", content.text());
        seen(desk).forEach(values::add);
        return forms.read(values);
    }

    /** What the author looked at: version and fingerprint of each field. */
    Map<String, String> seen(Statements.Desk desk) {
        var seen =
                content(desk).fingerprints().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        field -> "base-" + field.getKey(), Map.Entry::getValue));
        seen.put("version", desk.draft().map(draft -> String.valueOf(draft.version())).orElse(""));
        return seen;
    }

    /**
     * Fills the editor.
     *
     * @param seen hidden fields that say what the author looked at
     */
    String editor(
            Caller caller,
            Statements.Desk desk,
            FormInput form,
            Map<String, String> seen,
            Model model) {
        model.addAttribute("form", form);
        model.addAttribute("seen", seen);
        model.addAttribute("positions", forms.options("stakeholder.position", Position.class));
        model.addAttribute("reasons", forms.options("stakeholder.reason", Reason.class));
        model.addAttribute("comments", comments.of(caller, desk.round().roundId()));
        return page(caller, desk, model, "stakeholder/editor");
    }

    String page(Caller caller, Statements.Desk desk, Model model, String view) {
        var round = desk.round();
        model.addAttribute("round", round);
        model.addAttribute("desk", desk);
        model.addAttribute("mayor", caller.has("MAYOR"));
        model.addAttribute("late", statements.late(round));
        model.addAttribute("files", attachments.ofDraft(round.roundId(), caller.ags()));
        model.addAttribute("signing", signings.of(caller.ags()).signing());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(round.title(), "/beteiligung/" + round.roundId()),
                        Crumb.here(forms.text(view.replace('/', '.') + ".heading"))));
        return view;
    }

    /** A further statement starts from the last one. */
    private static Content content(Statements.Desk desk) {
        return desk.draft()
                .map(StatementDraft::content)
                .orElseGet(() ->
                        desk.delivered().isEmpty()
                                ? Content.EMPTY
                                : new Content(
                                        desk.delivered().getLast().position(),
                                        desk.delivered().getLast().reasons(),
                                        desk.delivered().getLast().text()));
    }
}
