package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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

/** A town's wish for more time is decided; a town announces what follows its council's session. */
@Controller
@RequestMapping("/beteiligung/{id}")
class ReplyTimePages {

    private static final String GRANT = "grant";
    private static final String REFUSE = "refuse";

    private final Rounds rounds;
    private final ExtensionDecision decision;
    private final Acknowledgement acknowledgement;
    private final Forms forms;

    ReplyTimePages(
            Rounds rounds,
            ExtensionDecision decision,
            Acknowledgement acknowledgement,
            Forms forms) {
        this.rounds = rounds;
        this.decision = decision;
        this.acknowledgement = acknowledgement;
        this.forms = forms;
    }

    @GetMapping("/fristbitten/{ags}")
    @PreAuthorize(Access.DISTRICT_RUNS)
    String startDecision(@PathVariable UUID id, @PathVariable String ags, Model model) {
        var town = town(id, ags);
        var wish = town.extensionUntil();
        return decisionPage(
                id,
                ags,
                forms.start(wish == null ? Map.of() : Map.of("until", wish.toString())),
                model);
    }

    @PostMapping("/fristbitten/{ags}")
    @PreAuthorize(Access.DISTRICT_RUNS)
    String decide(
            @PathVariable UUID id,
            @PathVariable String ags,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var granted = form.get("decision").equals(GRANT);
        if (!granted && !form.get("decision").equals(REFUSE)) {
            form.reject("decision", "stakeholder.form.choice");
        }
        var until = granted ? form.date("until").orElse(null) : null;
        var reason = form.required("reason", 1000);
        var done =
                form.clean()
                        && forms.attempt(
                                        form,
                                        request,
                                        () -> {
                                            if (granted) {
                                                decision.grant(id, ags, until, reason);
                                            } else {
                                                decision.refuse(id, ags, reason);
                                            }
                                            return true;
                                        })
                                .isPresent();
        if (!done) {
            forms.again(form, model, response);
            return decisionPage(id, ags, form, model);
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.round-wish.done"));
        return "redirect:/beteiligung/" + id;
    }

    @GetMapping("/nachtrag")
    @PreAuthorize(Access.TOWN)
    String startSupplement(@PathVariable UUID id, Model model) {
        return page(id, forms.start(Map.of()), model, "stakeholder/round-supplement");
    }

    @PostMapping("/nachtrag")
    @PreAuthorize(Access.TOWN)
    String announce(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var until = form.date("until");
        var reason = form.required("reason", 1000);
        var done =
                form.clean()
                        && forms.attempt(
                                        form,
                                        request,
                                        () -> {
                                            acknowledgement.announceSupplement(
                                                    id,
                                                    Callers.require().ags(),
                                                    until.orElseThrow(),
                                                    reason);
                                            return true;
                                        })
                                .isPresent();
        if (!done) {
            forms.again(form, model, response);
            return page(id, form, model, "stakeholder/round-supplement");
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.round-supplement.done"));
        return "redirect:/beteiligung/" + id;
    }

    private String decisionPage(UUID id, String ags, FormInput form, Model model) {
        model.addAttribute("town", town(id, ags));
        var decisions = new LinkedHashMap<String, String>();
        decisions.put(GRANT, forms.text("stakeholder.round-wish.grant"));
        decisions.put(REFUSE, forms.text("stakeholder.round-wish.refuse"));
        model.addAttribute("decisions", decisions);
        return page(id, form, model, "stakeholder/round-wish");
    }

    private RoundView.AddresseeView town(UUID id, String ags) {
        return rounds.require(Callers.require(), id).addressees().stream()
                .filter(it -> it.ags().equals(ags))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("addressee"));
    }

    private String page(UUID id, FormInput form, Model model, String view) {
        var round = rounds.require(Callers.require(), id);
        model.addAttribute("round", round);
        model.addAttribute("form", form);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(round.title(), "/beteiligung/" + id),
                        Crumb.here(forms.text(view.replace('/', '.') + ".heading"))));
        return view;
    }
}
