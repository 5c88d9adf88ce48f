package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.partner.PartnerDirectory;
import de.foerderkreis.stakeholder.reference.CaseChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** Who was asked and who has confirmed, per case; a partner sees its own requests. */
@Controller
@RequestMapping("/partner/zusammenarbeit")
class CooperationPages {

    private final Cooperations cooperations;
    private final CooperationDesk desk;
    private final PartnerDirectory partners;
    private final CaseChoice cases;
    private final Forms forms;

    CooperationPages(
            Cooperations cooperations,
            CooperationDesk desk,
            PartnerDirectory partners,
            CaseChoice cases,
            Forms forms) {
        this.cooperations = cooperations;
        this.desk = desk;
        this.partners = partners;
        this.cases = cases;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(CooperationAccess.READS)
    String list(@RequestParam(name = "vorhaben", defaultValue = "") String caseId, Model model) {
        var caller = Callers.require();
        var only = cases.read(caseId);
        var overviews =
                CooperationView.Overview.of(
                        cooperations.seenBy(caller).stream()
                                .filter(it -> only.isEmpty() || only.get().equals(it.caseId()))
                                .toList());
        model.addAttribute("overviews", overviews);
        model.addAttribute(
                "caseTitles",
                overviews.stream()
                        .map(CooperationView.Overview::caseId)
                        .collect(Collectors.toMap(it -> it, cases::title)));
        model.addAttribute("mayAsk", caller.has("CLERK"));
        model.addAttribute("own", caller.kind() == OrganisationKind.PARTNER);
        return page(model, "stakeholder/cooperations", null);
    }

    @GetMapping("/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String start(@RequestParam(name = "vorhaben", defaultValue = "") String caseId, Model model) {
        return askForm(
                model,
                forms.start(
                        Map.of(
                                "caseId",
                                cases.preset(caseId),
                                "text",
                                forms.text("stakeholder.cooperation.text-default"))));
    }

    @PostMapping("/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String ask(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var caseId = cases.required(form);
        var chosen = form.all("partners");
        if (chosen.isEmpty()) {
            form.reject("partners", "stakeholder.form.partners");
        }
        var dueOn = form.date("dueOn");
        var text = form.required("text", 4000);
        var asked =
                caseId.filter(it -> form.clean())
                        .flatMap(it ->
                                forms.attempt(
                                        form,
                                        request,
                                        () -> desk.ask(it, chosen, dueOn.orElseThrow(), text)));
        if (asked.isEmpty()) {
            forms.again(form, model, response);
            return askForm(model, form);
        }
        redirect.addFlashAttribute(
                "saved", forms.text("stakeholder.cooperation.asked", asked.get().size()));
        return "redirect:/partner/zusammenarbeit";
    }

    @GetMapping("/{id}")
    @PreAuthorize(CooperationAccess.READS)
    String show(@PathVariable UUID id, Model model) {
        return detail(
                model,
                cooperations.require(Callers.require(), id),
                forms.start(Map.of("answer", "confirm")));
    }

    @PostMapping("/{id}/link")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String invite(@PathVariable UUID id, RedirectAttributes redirect) {
        desk.invite(id);
        redirect.addFlashAttribute("saved", forms.text("stakeholder.cooperation.invited"));
        return "redirect:/partner/zusammenarbeit/" + id;
    }

    @PostMapping("/{id}/antwort")
    @PreAuthorize(Access.PARTNER)
    String answer(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var answer = AnswerForm.read(form);
        var seen = form.version().orElse(-1L);
        var answered =
                answer.flatMap(it ->
                        forms.attempt(
                                form, request, () -> desk.answer(Callers.require(), id, seen, it)));
        if (answered.isEmpty()) {
            forms.again(form, model, response);
            return detail(model, cooperations.require(Callers.require(), id), form);
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.cooperation.thanks"));
        return "redirect:/partner/zusammenarbeit/" + id;
    }

    private String detail(Model model, CooperationView cooperation, FormInput form) {
        var caller = Callers.require();
        var open =
                cooperation.state() == CooperationState.WAITING
                        || cooperation.state() == CooperationState.SILENT;
        model.addAttribute("cooperation", cooperation);
        model.addAttribute("caseTitle", cases.title(cooperation.caseId()));
        model.addAttribute("form", form);
        model.addAttribute("answers", AnswerForm.options(forms));
        model.addAttribute("mayAnswer", open && caller.kind() == OrganisationKind.PARTNER);
        model.addAttribute("mayInvite", open && caller.has("CLERK"));
        model.addAttribute(
                "mayRecord",
                cooperation.state() != CooperationState.CONFIRMED && caller.has("CLERK"));
        return page(model, "stakeholder/cooperation", cooperation.partnerName());
    }

    private String askForm(Model model, FormInput form) {
        var options = new LinkedHashMap<String, String>();
        partners.all().stream()
                .filter(PartnerDirectory.KnownPartner::active)
                .forEach(it ->
                        options.put(
                                it.alias(),
                                "%s (%s)"
                                        .formatted(
                                                it.name(),
                                                forms.text(
                                                        "stakeholder.category."
                                                                + it.category().name()))));
        model.addAttribute("form", form);
        model.addAttribute("partners", options);
        model.addAttribute("cases", cases.options(form.get("caseId")));
        return page(
                model, "stakeholder/cooperation-ask", forms.text("stakeholder.cooperation.ask"));
    }

    private String page(Model model, String view, @Nullable String here) {
        var title = forms.text("stakeholder.cooperations.title");
        var partnersCrumb =
                new Crumb(
                        forms.text("stakeholder.partners.title"),
                        Callers.require().kind() == OrganisationKind.PARTNER ? null : "/partner");
        model.addAttribute(
                "crumbs",
                here == null
                        ? List.of(partnersCrumb, Crumb.here(title))
                        : List.of(
                                partnersCrumb,
                                new Crumb(title, "/partner/zusammenarbeit"),
                                Crumb.here(here)));
        return view;
    }
}
