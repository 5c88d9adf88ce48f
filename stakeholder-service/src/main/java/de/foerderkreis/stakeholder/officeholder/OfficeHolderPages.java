package de.foerderkreis.stakeholder.officeholder;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.district.Districts;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.municipality.Municipalities;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Who holds which office: list, appoint, correct or end. */
@Controller
class OfficeHolderPages {

    private final OfficeHolders holders;
    private final Appointment appointment;
    private final Municipalities municipalities;
    private final Districts districts;
    private final Forms forms;

    OfficeHolderPages(
            OfficeHolders holders,
            Appointment appointment,
            Municipalities municipalities,
            Districts districts,
            Forms forms) {
        this.holders = holders;
        this.appointment = appointment;
        this.municipalities = municipalities;
        this.districts = districts;
        this.forms = forms;
    }

    @GetMapping("/personen")
    @PreAuthorize(Access.CONTACTS)
    String list(Model model) {
        model.addAttribute("crumbs", List.of(Crumb.here(forms.text("stakeholder.people.title"))));
        model.addAttribute("holders", holders.list(null));
        model.addAttribute("organisations", organisations());
        model.addAttribute("mayEdit", mayEdit());
        return "stakeholder/people";
    }

    @GetMapping("/personen/neu")
    @PreAuthorize(Access.MASTER_DATA)
    String start(
            @RequestParam(name = "organisation", defaultValue = "") String organisation,
            Model model) {
        return form(
                model,
                forms.start(
                        Map.of(
                                "organisation",
                                organisation,
                                "language",
                                "de",
                                "hasAccount",
                                "true")),
                "/personen/neu");
    }

    @PostMapping("/personen/neu")
    @PreAuthorize(Access.MASTER_DATA)
    String appoint(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        if (!organisations().containsKey(form.get("organisation"))) {
            form.reject("organisation", "stakeholder.form.choice");
        }
        var office = form.choice("function", Office.class);
        var appointed =
                tenure(form, form.get("organisation"), office)
                        .flatMap(it -> forms.attempt(form, request, () -> appointment.appoint(it)));
        return answer(appointed, form, "/personen/neu", model, response, redirect);
    }

    @GetMapping("/personen/{id}")
    @PreAuthorize(Access.CONTACTS)
    String edit(@PathVariable UUID id, Model model) {
        return form(model, typed(holders.require(id)), "/personen/" + id);
    }

    @PostMapping("/personen/{id}")
    @PreAuthorize(Access.MASTER_DATA)
    String correct(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var before = holders.require(id).tenure();
        var seen = form.version().orElse(-1L);
        var corrected =
                tenure(form, before.organisation(), Optional.of(before.function()))
                        .flatMap(it ->
                                forms.attempt(
                                        form,
                                        request,
                                        () -> appointment.correct(id, seen, old -> it)));
        return answer(corrected, form, "/personen/" + id, model, response, redirect);
    }

    private String answer(
            Optional<OfficeHolder> done,
            FormInput form,
            String address,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (done.isEmpty()) {
            forms.again(form, model, response);
            return form(model, form, address);
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.person.saved"));
        return "redirect:/personen";
    }

    private static Optional<Tenure> tenure(
            FormInput form, String organisation, Optional<Office> office) {
        var salutation = form.choice("salutation", Salutation.class);
        var name = form.required("name", 200);
        var email = form.required("email", 254);
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            form.reject("email", "stakeholder.form.email");
        }
        var from = form.date("validFrom");
        var to = form.optionalDate("validTo");
        return form.clean()
                ? Optional.of(
                        new Tenure(
                                organisation,
                                office.orElseThrow(),
                                salutation.orElseThrow(),
                                name,
                                email,
                                form.get("language").equals("en") ? "en" : "de",
                                !form.get("hasAccount").isEmpty(),
                                from.orElseThrow(),
                                to.orElse(null)))
                : Optional.empty();
    }

    private FormInput typed(OfficeHolder holder) {
        var tenure = holder.tenure();
        var values = new LinkedHashMap<String, String>();
        values.put("version", String.valueOf(holder.version()));
        values.put("organisation", tenure.organisation());
        values.put("function", tenure.function().name());
        values.put("salutation", tenure.salutation().name());
        values.put("name", tenure.name());
        values.put("email", tenure.email());
        values.put("language", tenure.language());
        values.put("hasAccount", tenure.hasAccount() ? "true" : "");
        values.put("validFrom", tenure.validFrom().toString());
        var end = tenure.validTo();
        values.put("validTo", end == null ? "" : end.toString());
        return forms.start(values);
    }

    private String form(Model model, FormInput form, String address) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.people.title"), "/personen"),
                        Crumb.here(forms.text("stakeholder.person.heading"))));
        model.addAttribute("form", form);
        model.addAttribute("address", address);
        model.addAttribute("fresh", address.endsWith("/neu"));
        model.addAttribute("mayEdit", mayEdit());
        model.addAttribute("organisations", organisations());
        model.addAttribute("offices", forms.options("stakeholder.office", Office.class));
        model.addAttribute(
                "salutations", forms.options("stakeholder.salutation", Salutation.class));
        return "stakeholder/person";
    }

    private Map<String, String> organisations() {
        var names = new LinkedHashMap<String, String>();
        names.put(Tenancy.district(), districts.name());
        municipalities.all().forEach(it -> names.put(it.ags(), it.name()));
        return names;
    }

    private static boolean mayEdit() {
        var caller = Callers.require();
        return caller.has("CLERK") || caller.has("ADMIN");
    }
}
