package de.foerderkreis.stakeholder.burden;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** The page on which a check of KrO NRW § 56 Abs. 4 is decided. */
@Controller
@RequestMapping("/beteiligung/{roundId}/pruefung/{ags}")
class BurdenCheckPages {

    private final BurdenChecks checks;
    private final RoundReader rounds;
    private final Forms forms;

    BurdenCheckPages(BurdenChecks checks, RoundReader rounds, Forms forms) {
        this.checks = checks;
        this.rounds = rounds;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT_READS)
    String show(@PathVariable UUID roundId, @PathVariable String ags, Model model) {
        return page(roundId, ags, forms.start(Map.of()), model);
    }

    @PostMapping
    @PreAuthorize(Access.BURDEN_DECIDES)
    String decide(
            @PathVariable UUID roundId,
            @PathVariable String ags,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var outcome = form.choice("outcome", Outcome.class);
        var reason = form.required("reason", 2000);
        var done =
                form.clean()
                        && forms.attempt(
                                        form,
                                        request,
                                        () ->
                                                checks.decide(
                                                        roundId,
                                                        ags,
                                                        form.version().orElse(-1L),
                                                        outcome.orElseThrow(),
                                                        reason))
                                .isPresent();
        if (!done) {
            forms.again(form, model, response);
            return page(roundId, ags, form, model);
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.burden.done"));
        return "redirect:/beteiligung/%s/pruefung/%s".formatted(roundId, ags);
    }

    private String page(UUID roundId, String ags, FormInput form, Model model) {
        var caller = Callers.require();
        var round = rounds.require(caller, roundId);
        var check = checks.find(roundId, ags).orElseThrow(() -> Problem.notFound("burden-check"));
        model.addAttribute("round", round);
        model.addAttribute("check", check);
        model.addAttribute("form", form);
        model.addAttribute("outcomes", forms.options("stakeholder.burden", Outcome.class));
        model.addAttribute(
                "mayDecide",
                check.outcome() == null && (caller.has("CLERK") || caller.has("TREASURER")));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(round.title(), "/beteiligung/" + roundId),
                        Crumb.here(forms.text("stakeholder.burden.heading"))));
        return "stakeholder/burden-check";
    }
}
