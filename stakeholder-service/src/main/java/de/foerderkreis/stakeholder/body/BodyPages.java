package de.foerderkreis.stakeholder.body;

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
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bodies, for the district and for whoever sits in them. */
@Controller
@RequestMapping("/gremien")
class BodyPages {

    private final Bodies bodies;
    private final BodyDesk desk;
    private final CaseChoice cases;
    private final Forms forms;

    BodyPages(Bodies bodies, BodyDesk desk, CaseChoice cases, Forms forms) {
        this.bodies = bodies;
        this.desk = desk;
        this.cases = cases;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Access.BODY_READS)
    String list(Model model) {
        var caller = Callers.require();
        model.addAttribute("crumbs", List.of(Crumb.here(forms.text("stakeholder.bodies.title"))));
        model.addAttribute("bodies", bodies.views(caller));
        model.addAttribute("mayEdit", caller.has("CLERK"));
        return "stakeholder/bodies";
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.BODY_READS)
    String show(@PathVariable UUID id, Model model) {
        var caller = Callers.require();
        var body = bodies.view(caller, id);
        model.addAttribute("body", body);
        model.addAttribute(
                "caseTitles",
                body.mandates().stream()
                        .map(BodyView.Phase::caseId)
                        .distinct()
                        .collect(Collectors.toMap(it -> it, cases::title)));
        model.addAttribute("mayEdit", caller.has("CLERK"));
        return page(model, "stakeholder/body", body.name());
    }

    @GetMapping("/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String start(Model model) {
        return form(model, forms.start(Map.of()), "/gremien/neu", true);
    }

    @PostMapping("/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String create(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var code = form.required("code", 30);
        if (!code.isEmpty() && !code.matches("[A-Z0-9][A-Z0-9_-]*")) {
            form.reject("code", "stakeholder.form.body-code");
        }
        var name = form.required("name", 200);
        var kind = form.choice("kind", BodyKind.class);
        var leadUnit = form.optional("leadUnit", 200);
        var created =
                kind.filter(it -> form.clean())
                        .flatMap(it ->
                                forms.attempt(
                                        form,
                                        request,
                                        () -> desk.create(code, name, it, leadUnit)));
        if (created.isEmpty()) {
            forms.again(form, model, response);
            return form(model, form, "/gremien/neu", true);
        }
        return "redirect:/gremien/" + created.get().id();
    }

    @GetMapping("/{id}/bearbeiten")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String edit(@PathVariable UUID id, Model model) {
        var body = bodies.view(Callers.require(), id);
        var known =
                Map.of(
                        "version", String.valueOf(body.version()),
                        "name", body.name(),
                        "leadUnit", body.leadUnit());
        return form(model, forms.start(known), "/gremien/" + id, false);
    }

    @PostMapping("/{id}/bearbeiten")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var name = form.required("name", 200);
        var leadUnit = form.optional("leadUnit", 200);
        var seen = form.version().orElse(-1L);
        var saved =
                form.clean()
                        && forms.done(form, request, () -> desk.edit(id, seen, name, leadUnit));
        if (!saved) {
            forms.again(form, model, response);
            return form(model, form, "/gremien/" + id, false);
        }
        return "redirect:/gremien/" + id;
    }

    private String form(Model model, FormInput form, String address, boolean fresh) {
        model.addAttribute("form", form);
        model.addAttribute("fresh", fresh);
        model.addAttribute("address", fresh ? address : address + "/bearbeiten");
        model.addAttribute("back", fresh ? "/gremien" : address);
        model.addAttribute("kinds", forms.options("stakeholder.body-kind", BodyKind.class));
        var heading = forms.text(fresh ? "stakeholder.body.new" : "stakeholder.body.edit");
        model.addAttribute("heading", heading);
        return page(model, "stakeholder/body-edit", heading);
    }

    private String page(Model model, String view, String here) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.bodies.title"), "/gremien"),
                        Crumb.here(here)));
        return view;
    }
}
