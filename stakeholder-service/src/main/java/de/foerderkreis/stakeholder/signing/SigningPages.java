package de.foerderkreis.stakeholder.signing;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The town's choice of how it signs. */
@Controller
@RequestMapping("/beteiligung/unterschrift")
class SigningPages {

    private final TownSignings signings;
    private final Forms forms;

    SigningPages(TownSignings signings, Forms forms) {
        this.signings = signings;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Access.TOWN)
    String show(Model model) {
        var choice = signings.of(Callers.require().ags());
        return page(model, forms.start(Map.of("signing", choice.signing().name())), choice);
    }

    @PostMapping
    @PreAuthorize(Access.MAYOR)
    String choose(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var ags = Callers.require().ags();
        var form = forms.read(typed);
        var signing = form.choice("signing", Signing.class);
        var done =
                form.clean()
                        && forms.attempt(
                                        form,
                                        request,
                                        () ->
                                                signings.choose(
                                                        ags,
                                                        form.version().orElse(null),
                                                        signing.orElseThrow()))
                                .isPresent();
        if (!done) {
            forms.again(form, model, response);
            return page(model, form, signings.of(ags));
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.signing.done"));
        return "redirect:/beteiligung/unterschrift";
    }

    private String page(Model model, FormInput form, TownSignings.Choice choice) {
        model.addAttribute("form", form);
        model.addAttribute("version", choice.version());
        model.addAttribute("mayor", Callers.require().has("MAYOR"));
        model.addAttribute("choices", forms.options("stakeholder.signing", Signing.class));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        Crumb.here(forms.text("stakeholder.signing.heading"))));
        return "stakeholder/signing";
    }
}
