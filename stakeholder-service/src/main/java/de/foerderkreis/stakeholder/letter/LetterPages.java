package de.foerderkreis.stakeholder.letter;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.consultation.RoundFacts;
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

/** The letters to print, one or all, and their text while it can be changed. */
@Controller
@RequestMapping("/beteiligung/{roundId}/anschreiben")
class LetterPages {

    private final Letters letters;
    private final RoundReader rounds;
    private final Forms forms;

    LetterPages(Letters letters, RoundReader rounds, Forms forms) {
        this.letters = letters;
        this.rounds = rounds;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Access.ROUND_READS)
    String list(@PathVariable UUID roundId, Model model) {
        var caller = Callers.require();
        var round = rounds.require(caller, roundId);
        model.addAttribute(
                "letters",
                caller.kind() == OrganisationKind.MUNICIPALITY
                        ? List.of(letters.of(roundId, caller.ags()))
                        : letters.of(roundId));
        model.addAttribute("mayEdit", round.prepared() && caller.has("CLERK"));
        return page(round, model, "stakeholder/letters");
    }

    @GetMapping("/{ags}")
    @PreAuthorize(Access.DISTRICT_READS)
    String one(@PathVariable UUID roundId, @PathVariable String ags, Model model) {
        var round = rounds.require(Callers.require(), roundId);
        model.addAttribute("letters", List.of(letters.of(roundId, ags)));
        model.addAttribute("mayEdit", false);
        return page(round, model, "stakeholder/letters");
    }

    @GetMapping("/text")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String start(@PathVariable UUID roundId, Model model) {
        var text = letters.text(roundId);
        var version = text.version();
        return form(
                roundId,
                forms.start(
                        Map.of(
                                "text",
                                text.text(),
                                "version",
                                version == null ? "" : String.valueOf(version))),
                model);
    }

    @PostMapping("/text")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String edit(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var text = form.required("text", LetterText.LONGEST);
        var done =
                form.clean()
                        && forms.attempt(
                                        form,
                                        request,
                                        () ->
                                                letters.edit(
                                                        roundId, form.version().orElse(null), text))
                                .isPresent();
        if (!done) {
            forms.again(form, model, response);
            return form(roundId, form, model);
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.letter-text.done"));
        return "redirect:/beteiligung/" + roundId + "/anschreiben";
    }

    private String form(UUID roundId, FormInput form, Model model) {
        var round = rounds.require(Callers.require(), roundId);
        model.addAttribute("form", form);
        model.addAttribute(
                "placeholders",
                LetterText.PLACEHOLDERS.stream().map(it -> "[" + it + "]").toList());
        return page(round, model, "stakeholder/letter-text");
    }

    private String page(RoundFacts round, Model model, String view) {
        model.addAttribute("round", round);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(round.title(), "/beteiligung/" + round.id()),
                        Crumb.here(forms.text(view.replace('/', '.') + ".heading"))));
        return view;
    }
}
