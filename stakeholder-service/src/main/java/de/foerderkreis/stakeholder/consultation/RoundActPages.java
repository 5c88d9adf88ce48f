package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.municipality.Municipalities;
import de.foerderkreis.stakeholder.reference.Conceptions;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to a round on pages: sending, reminding, more time, closing, confirming receipt. */
@Controller
class RoundActPages {

    private final Rounds rounds;
    private final RoundOpening opening;
    private final RoundExtension extension;
    private final RoundClosing closing;
    private final Reminding reminding;
    private final Acknowledgement acknowledgement;
    private final Municipalities municipalities;
    private final Conceptions conceptions;
    private final Forms forms;

    RoundActPages(
            Rounds rounds,
            RoundOpening opening,
            RoundExtension extension,
            RoundClosing closing,
            Reminding reminding,
            Acknowledgement acknowledgement,
            Municipalities municipalities,
            Conceptions conceptions,
            Forms forms) {
        this.rounds = rounds;
        this.opening = opening;
        this.extension = extension;
        this.closing = closing;
        this.reminding = reminding;
        this.acknowledgement = acknowledgement;
        this.municipalities = municipalities;
        this.conceptions = conceptions;
        this.forms = forms;
    }

    @GetMapping("/beteiligung/{id}/versand")
    @PreAuthorize(Access.DISTRICT_RUNS)
    String confirmOpening(@PathVariable UUID id, Model model) {
        return page(id, model, forms.start(Map.of()), "stakeholder/round-open");
    }

    @PostMapping("/beteiligung/{id}/versand")
    @PreAuthorize(Access.DISTRICT_RUNS)
    String open(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var opened =
                forms.attempt(
                        form,
                        request,
                        () ->
                                opening.open(
                                        id,
                                        form.version().orElse(-1L),
                                        null,
                                        null,
                                        form.get("withoutConception").equals("true")));
        if (opened.isEmpty()) {
            forms.again(form, model, response);
            return page(id, model, form, "stakeholder/round-open");
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.round-open.done"));
        return "redirect:/beteiligung/" + id;
    }

    @PostMapping("/beteiligung/{id}/erinnerung")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String remind(
            @PathVariable UUID id,
            @RequestParam(name = "ags", required = false, defaultValue = "") List<String> ags,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var form = forms.start(Map.of());
        var reminded = forms.attempt(form, request, () -> reminding.remind(id, ags));
        if (reminded.isPresent()) {
            redirect.addFlashAttribute(
                    "saved", forms.text("stakeholder.round.reminded", reminded.get().size()));
        } else {
            redirect.addFlashAttribute("errors", form.errors());
        }
        return "redirect:/beteiligung/" + id;
    }

    @GetMapping("/beteiligung/{id}/verlaengerung")
    @PreAuthorize(Access.DISTRICT_RUNS)
    String startExtension(@PathVariable UUID id, Model model) {
        return page(id, model, forms.start(Map.of()), "stakeholder/round-extend");
    }

    @PostMapping("/beteiligung/{id}/verlaengerung")
    @PreAuthorize(Access.DISTRICT_RUNS)
    String extend(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var dueOn = form.date("dueOn");
        var reason = form.required("reason", 1000);
        var done =
                form.clean()
                        && forms.attempt(
                                        form,
                                        request,
                                        () ->
                                                extension.extend(
                                                        id,
                                                        form.version().orElse(-1L),
                                                        dueOn.orElseThrow(),
                                                        reason))
                                .isPresent();
        if (!done) {
            forms.again(form, model, response);
            return page(id, model, form, "stakeholder/round-extend");
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.round-extend.done"));
        return "redirect:/beteiligung/" + id;
    }

    @PostMapping("/beteiligung/{id}/abschluss")
    @PreAuthorize(Access.DISTRICT_RUNS)
    String close(
            @PathVariable UUID id,
            @RequestParam long version,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var form = forms.start(Map.of());
        if (forms.attempt(form, request, () -> closing.close(id, version)).isPresent()) {
            redirect.addFlashAttribute("saved", forms.text("stakeholder.round.closed"));
        } else {
            redirect.addFlashAttribute("errors", form.errors());
        }
        return "redirect:/beteiligung/" + id;
    }

    @PostMapping("/beteiligung/{id}/empfang")
    @PreAuthorize(Access.TOWN)
    String confirmReceipt(@PathVariable UUID id, RedirectAttributes redirect) {
        acknowledgement.confirmReceipt(id, Callers.require().ags());
        redirect.addFlashAttribute("saved", forms.text("stakeholder.round-town.receipt-done"));
        return "redirect:/beteiligung/" + id;
    }

    @GetMapping("/beteiligung/{id}/fristbitte")
    @PreAuthorize(Access.TOWN)
    String startRequest(@PathVariable UUID id, Model model) {
        return page(id, model, forms.start(Map.of()), "stakeholder/round-more-time");
    }

    @PostMapping("/beteiligung/{id}/fristbitte")
    @PreAuthorize(Access.TOWN)
    String requestExtension(
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
                                            acknowledgement.requestExtension(
                                                    id,
                                                    Callers.require().ags(),
                                                    until.orElseThrow(),
                                                    reason);
                                            return true;
                                        })
                                .isPresent();
        if (!done) {
            forms.again(form, model, response);
            return page(id, model, form, "stakeholder/round-more-time");
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.round-more-time.done"));
        return "redirect:/beteiligung/" + id;
    }

    private String page(UUID id, Model model, FormInput form, String view) {
        var round = rounds.require(Callers.require(), id);
        model.addAttribute("round", round);
        model.addAttribute("form", form);
        model.addAttribute("municipalities", municipalities.all().size());
        model.addAttribute("conception", conceptions.latestReleased(round.caseId()).orElse(null));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(round.title(), "/beteiligung/" + id),
                        Crumb.here(forms.text(view.replace('/', '.') + ".heading"))));
        return view;
    }
}
