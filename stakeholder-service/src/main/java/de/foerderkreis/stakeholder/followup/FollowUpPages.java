package de.foerderkreis.stakeholder.followup;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.reference.CaseChoice;
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

/** The list of what is open, and the one form in which an entry is put off or ended. */
@Controller
@RequestMapping("/gremien/anliegen")
class FollowUpPages {

    private final FollowUps followUps;
    private final FollowUpDesk desk;
    private final CaseChoice cases;
    private final Forms forms;

    FollowUpPages(FollowUps followUps, FollowUpDesk desk, CaseChoice cases, Forms forms) {
        this.followUps = followUps;
        this.desk = desk;
        this.cases = cases;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT_READS)
    String list(Model model) {
        model.addAttribute("followUps", desk.list(null));
        model.addAttribute("mayEdit", Callers.require().has("CLERK"));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.bodies.title"), "/gremien"),
                        Crumb.here(forms.text("stakeholder.followups.title"))));
        return "stakeholder/followups";
    }

    @GetMapping("/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String start(@RequestParam(name = "vorhaben", defaultValue = "") String caseId, Model model) {
        return newForm(model, forms.start(Map.of("caseId", cases.preset(caseId))));
    }

    @PostMapping("/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String open(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var caseId = cases.required(form);
        var title = form.required("title", 300);
        var dueOn = form.optionalDate("dueOn");
        if (!form.clean()) {
            forms.again(form, model, response);
            return newForm(model, form);
        }
        var id =
                followUps.open(
                        caseId.orElseThrow(),
                        FollowUpKind.OPEN_REQUEST,
                        title,
                        "clerk",
                        dueOn.orElse(null),
                        FollowUpController.PAGE);
        return "redirect:/gremien/anliegen/" + id;
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.DISTRICT_READS)
    String show(@PathVariable UUID id, Model model) {
        var followUp = desk.require(id);
        return page(
                model,
                followUp,
                forms.start(
                        Map.of(
                                "version",
                                String.valueOf(followUp.version()),
                                "status",
                                FollowUpStatus.POSTPONED.name())));
    }

    @PostMapping("/{id}")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String decide(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var how = form.choice("status", FollowUpStatus.class);
        if (how.filter(it -> it != FollowUpStatus.OPEN).isEmpty()) {
            form.reject("status", "stakeholder.form.choice");
        }
        var later = how.filter(it -> it == FollowUpStatus.POSTPONED).isPresent();
        var dueOn = later ? form.date("dueOn") : form.optionalDate("dueOn");
        var reason = form.required("reason", 1000);
        var seen = form.version().orElse(-1L);
        var done =
                form.clean()
                        && forms.done(
                                form,
                                request,
                                () -> {
                                    if (later) {
                                        desk.postpone(id, seen, dueOn.orElseThrow(), reason);
                                    } else {
                                        desk.end(id, seen, how.orElseThrow(), reason);
                                    }
                                });
        if (!done) {
            forms.again(form, model, response);
            return page(model, desk.require(id), form);
        }
        return "redirect:/gremien/anliegen";
    }

    private String newForm(Model model, FormInput form) {
        model.addAttribute("form", form);
        model.addAttribute("cases", cases.options(form.get("caseId")));
        crumbs(model, forms.text("stakeholder.followup.new"));
        return "stakeholder/followup-new";
    }

    private String page(Model model, FollowUp followUp, FormInput form) {
        model.addAttribute("followUp", followUp);
        model.addAttribute("form", form);
        model.addAttribute("caseTitle", cases.title(followUp.caseId()));
        model.addAttribute(
                "mayDecide",
                Callers.require().has("CLERK")
                        && !followUp.status().ended()
                        && followUp.kind().endsInTheList());
        model.addAttribute("own", followUp.page().endsWith(followUp.id().toString()));
        var choices = forms.options("stakeholder.followup-act", FollowUpStatus.class);
        choices.remove(FollowUpStatus.OPEN.name());
        model.addAttribute("choices", choices);
        crumbs(model, followUp.title());
        return "stakeholder/followup";
    }

    private void crumbs(Model model, String here) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.bodies.title"), "/gremien"),
                        new Crumb(forms.text("stakeholder.followups.title"), "/gremien/anliegen"),
                        Crumb.here(here)));
    }
}
