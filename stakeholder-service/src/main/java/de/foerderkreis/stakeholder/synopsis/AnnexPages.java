package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.attachment.Attachments;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.statement.StatementReader;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Annex 6 (F68): every reply received, town by town, to read and print. */
@Controller
class AnnexPages {

    private final RoundReader rounds;
    private final StatementReader statements;
    private final Attachments attachments;
    private final Forms forms;

    AnnexPages(
            RoundReader rounds, StatementReader statements, Attachments attachments, Forms forms) {
        this.rounds = rounds;
        this.statements = statements;
        this.attachments = attachments;
        this.forms = forms;
    }

    @GetMapping("/beteiligung/{roundId}/anhang-6")
    @PreAuthorize(Access.DISTRICT_READS)
    String show(@PathVariable UUID roundId, Model model) {
        var round = rounds.require(Callers.require(), roundId);
        model.addAttribute("round", round);
        model.addAttribute(
                "statements",
                statements.ofRound(roundId).stream()
                        .collect(Collectors.groupingBy(it -> it.ags())));
        model.addAttribute("files", attachments.ofRound(roundId));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(round.title(), "/beteiligung/" + roundId),
                        Crumb.here(forms.text("stakeholder.annex.heading"))));
        return "stakeholder/annex";
    }
}
