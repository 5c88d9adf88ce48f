package de.foerderkreis.stakeholder.partner;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.officeholder.Salutation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The partner organisations: list, new, edit. */
@Controller
class PartnerPages {

    private final Partners partners;
    private final PartnerRegistration registration;
    private final PartnerStandings standings;
    private final Forms forms;

    PartnerPages(
            Partners partners,
            PartnerRegistration registration,
            PartnerStandings standings,
            Forms forms) {
        this.partners = partners;
        this.registration = registration;
        this.standings = standings;
        this.forms = forms;
    }

    @GetMapping("/partner")
    @PreAuthorize(Access.CONTACTS)
    String list(Model model) {
        model.addAttribute("crumbs", List.of(Crumb.here(forms.text("stakeholder.partners.title"))));
        model.addAttribute("partners", partners.all());
        model.addAttribute("standings", standings.byAlias());
        var caller = Callers.require();
        model.addAttribute(
                "readsCooperation",
                caller.has("CLERK") || caller.has("HEAD") || caller.has("COUNCIL_SECRETARY"));
        model.addAttribute("mayEdit", mayEdit());
        return "stakeholder/partners";
    }

    @GetMapping("/partner/neu")
    @PreAuthorize(Access.MASTER_DATA)
    String start(Model model) {
        return form(
                model,
                forms.start(Map.of("language", "de", "salutation", "NEUTRAL")),
                "/partner/neu",
                forms.text("stakeholder.partner.new"));
    }

    @PostMapping("/partner/neu")
    @PreAuthorize(Access.MASTER_DATA)
    String register(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var slug = form.required("slug", 60);
        if (!slug.isEmpty() && !slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            form.reject("slug", "stakeholder.form.slug");
        }
        var details = details(form, true);
        var registered =
                details.flatMap(
                        it -> forms.attempt(form, request, () -> registration.register(slug, it)));
        if (registered.isEmpty()) {
            forms.again(form, model, response);
            return form(model, form, "/partner/neu", forms.text("stakeholder.partner.new"));
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.partner.saved"));
        return "redirect:/partner";
    }

    @GetMapping("/partner/{alias}")
    @PreAuthorize(Access.CONTACTS)
    String edit(@PathVariable String alias, Model model) {
        var partner = partners.require(alias);
        return form(model, typed(partner), "/partner/" + alias, partner.details().name());
    }

    @PostMapping("/partner/{alias}")
    @PreAuthorize(Access.MASTER_DATA)
    String save(
            @PathVariable String alias,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var details = details(form, !form.get("active").isEmpty());
        var seen = form.version().orElse(-1L);
        var edited =
                details.flatMap(it ->
                        forms.attempt(form, request, () -> registration.edit(alias, seen, it)));
        if (edited.isEmpty()) {
            forms.again(form, model, response);
            return form(model, form, "/partner/" + alias, partners.require(alias).details().name());
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.partner.saved"));
        return "redirect:/partner";
    }

    private static Optional<PartnerDetails> details(FormInput form, boolean active) {
        var name = form.required("name", 200);
        var category = form.choice("category", PartnerCategory.class);
        var salutation = form.choice("salutation", Salutation.class);
        var contactName = form.required("contactName", 200);
        var email = form.required("email", 254);
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            form.reject("email", "stakeholder.form.email");
        }
        var language = form.get("language").equals("en") ? "en" : "de";
        return form.clean()
                ? Optional.of(
                        new PartnerDetails(
                                name,
                                category.orElseThrow(),
                                active,
                                new PartnerDetails.Contact(
                                        salutation.orElseThrow(),
                                        contactName,
                                        email,
                                        language,
                                        form.all("subscriptions"),
                                        !form.get("hasAccount").isEmpty())))
                : Optional.empty();
    }

    private FormInput typed(Partner partner) {
        var details = partner.details();
        var contact = details.contact();
        var values = new LinkedMultiValueMap<String, String>();
        values.add("version", String.valueOf(partner.version()));
        values.add("name", details.name());
        values.add("category", details.category().name());
        values.add("active", details.active() ? "true" : "");
        values.add("salutation", contact.salutation().name());
        values.add("contactName", contact.name());
        values.add("email", contact.email());
        values.add("language", contact.language());
        values.add("hasAccount", contact.hasAccount() ? "true" : "");
        contact.subscriptions().forEach(it -> values.add("subscriptions", it));
        return forms.read(values);
    }

    private String form(Model model, FormInput form, String address, String here) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.partners.title"), "/partner"),
                        Crumb.here(here)));
        model.addAttribute("form", form);
        model.addAttribute("address", address);
        model.addAttribute("heading", here);
        model.addAttribute("fresh", address.endsWith("/neu"));
        model.addAttribute("mayEdit", mayEdit());
        model.addAttribute(
                "categories", forms.options("stakeholder.category", PartnerCategory.class));
        model.addAttribute(
                "salutations", forms.options("stakeholder.salutation", Salutation.class));
        model.addAttribute("languages", languages());
        var subscriptions = new LinkedHashMap<String, String>();
        for (var subscription : Subscription.values()) {
            subscriptions.put(
                    subscription.eventType(),
                    forms.text("stakeholder.subscription." + subscription.name()));
        }
        model.addAttribute("subscriptions", subscriptions);
        return "stakeholder/partner";
    }

    private Map<String, String> languages() {
        var languages = new LinkedHashMap<String, String>();
        languages.put("de", forms.text("stakeholder.language.de"));
        languages.put("en", forms.text("stakeholder.language.en"));
        return languages;
    }

    private static boolean mayEdit() {
        var caller = Callers.require();
        return caller.has("CLERK") || caller.has("ADMIN");
    }
}
