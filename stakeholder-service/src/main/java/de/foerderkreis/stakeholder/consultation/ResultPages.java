package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.Forms;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The result by heads, inhabitants and levy base; a town reads it once it was published. */
@Controller
class ResultPages {

    private final Rounds rounds;
    private final RoundCharts charts;
    private final Forms forms;

    ResultPages(Rounds rounds, RoundCharts charts, Forms forms) {
        this.rounds = rounds;
        this.charts = charts;
        this.forms = forms;
    }

    @GetMapping("/beteiligung/{id}/auswertung")
    @PreAuthorize(Access.ROUND_READS)
    String show(@PathVariable UUID id, Model model) {
        var caller = Callers.require();
        var round = rounds.require(caller, id);
        if (caller.kind() == OrganisationKind.MUNICIPALITY
                && round.status() != RoundStatus.PUBLISHED) {
            throw Problem.notFound("result");
        }
        if (round.status().sent()) {
            var tally = rounds.tally(id);
            model.addAttribute("tally", tally);
            model.addAttribute("pictures", charts.sideBySide(tally));
        }
        model.addAttribute("round", round);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(round.title(), "/beteiligung/" + id),
                        Crumb.here(forms.text("stakeholder.result.heading"))));
        return "stakeholder/result";
    }
}
