package de.foerderkreis.stakeholder.body;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.reference.CaseChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Gives seats and mandates of a body, and ends seats. */
@Controller
@RequestMapping("/gremien/{id}")
@PreAuthorize(Access.DISTRICT_EDITS)
class SeatPages {

    private static final String ALL_TOWNS = "*";
    private static final String STATE = "+";

    private final Bodies bodies;
    private final BodyDesk desk;
    private final Mandates mandates;
    private final Seating seating;
    private final CaseChoice cases;
    private final Forms forms;
    private final BusinessClock clock;

    SeatPages(
            Bodies bodies,
            BodyDesk desk,
            Mandates mandates,
            Seating seating,
            CaseChoice cases,
            Forms forms,
            BusinessClock clock) {
        this.bodies = bodies;
        this.desk = desk;
        this.mandates = mandates;
        this.seating = seating;
        this.cases = cases;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/sitze")
    String startSeat(@PathVariable UUID id, Model model) {
        return seatForm(model, id, forms.start(Map.of("validFrom", clock.today().toString())));
    }

    @PostMapping("/sitze")
    String seat(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var organisation = form.required("organisation", 80);
        var function = form.required("function", 200);
        var from = form.date("validFrom");
        var to = form.optionalDate("validTo");
        if (organisation.equals(STATE)) {
            form.required("stateKey", 80);
            form.required("organisationName", 200);
        }
        var seated =
                from.filter(it -> form.clean())
                        .filter(it ->
                                forms.done(
                                        form,
                                        request,
                                        () ->
                                                give(
                                                        id,
                                                        form,
                                                        organisation,
                                                        function,
                                                        it,
                                                        to.orElse(null))))
                        .isPresent();
        if (!seated) {
            forms.again(form, model, response);
            return seatForm(model, id, form);
        }
        return "redirect:/gremien/" + id;
    }

    private void give(
            UUID id,
            FormInput form,
            String organisation,
            String function,
            LocalDate from,
            @Nullable LocalDate to) {
        if (organisation.equals(ALL_TOWNS)) {
            desk.seatAllMunicipalities(id, function, from);
            return;
        }
        var state = organisation.equals(STATE);
        desk.seat(
                id,
                new Seating.Wish(
                        state ? form.get("stateKey").strip() : organisation,
                        state ? form.get("organisationName") : null,
                        function,
                        from,
                        to));
    }

    @GetMapping("/sitze/{memberId}/ende")
    String startEnd(@PathVariable UUID id, @PathVariable UUID memberId, Model model) {
        return endForm(
                model, id, memberId, forms.start(Map.of("validTo", clock.today().toString())));
    }

    @PostMapping("/sitze/{memberId}/ende")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID memberId,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var reason = form.optional("reason", 1000);
        var ended =
                form.date("validTo")
                        .filter(it -> form.clean())
                        .filter(it ->
                                forms.done(form, request, () -> desk.end(id, memberId, it, reason)))
                        .isPresent();
        if (!ended) {
            forms.again(form, model, response);
            return endForm(model, id, memberId, form);
        }
        return "redirect:/gremien/" + id;
    }

    @GetMapping("/mandat")
    String startMandate(
            @PathVariable UUID id,
            @RequestParam(name = "vorhaben", defaultValue = "") String caseId,
            Model model) {
        return mandateForm(
                model,
                id,
                forms.start(
                        Map.of(
                                "caseId",
                                cases.preset(caseId),
                                "phase",
                                String.valueOf(
                                        bodies.view(Callers.require(), id).mandates().size() + 1),
                                "grantedOn",
                                clock.today().toString())));
    }

    @PostMapping("/mandat")
    String give(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var caseId = cases.required(form);
        var phase = form.get("phase").strip();
        if (!phase.matches("[1-9]")) {
            form.reject("phase", "stakeholder.form.phase");
        }
        var text = form.required("text", 2000);
        var grantedOn = form.date("grantedOn");
        var awaits = form.optionalChoice("awaits", Mandate.Council.class);
        var given =
                form.clean()
                        && forms.done(
                                form,
                                request,
                                () ->
                                        mandates.give(
                                                id,
                                                caseId.orElseThrow(),
                                                Integer.parseInt(phase),
                                                text,
                                                grantedOn.orElseThrow(),
                                                awaits.orElse(null)));
        if (!given) {
            forms.again(form, model, response);
            return mandateForm(model, id, form);
        }
        return "redirect:/gremien/" + id;
    }

    private String seatForm(Model model, UUID id, FormInput form) {
        var organisations = new LinkedHashMap<String, String>();
        organisations.put(ALL_TOWNS, forms.text("stakeholder.seat.all-towns"));
        organisations.put(STATE, forms.text("stakeholder.seat.state"));
        organisations.putAll(seating.options());
        model.addAttribute("organisations", organisations);
        return page(model, id, form, "stakeholder/seat", "stakeholder.seat.new");
    }

    private String endForm(Model model, UUID id, UUID memberId, FormInput form) {
        var seat =
                bodies.view(Callers.require(), id).members().stream()
                        .filter(it -> it.id().equals(memberId))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("member"));
        model.addAttribute("seat", seat);
        return page(model, id, form, "stakeholder/seat-end", "stakeholder.seat.end");
    }

    private String mandateForm(Model model, UUID id, FormInput form) {
        model.addAttribute("cases", cases.options(form.get("caseId")));
        var councils = new LinkedHashMap<String, String>();
        councils.put("", forms.text("stakeholder.mandate.at-once"));
        councils.putAll(forms.options("stakeholder.council", Mandate.Council.class));
        model.addAttribute("councils", councils);
        return page(model, id, form, "stakeholder/mandate", "stakeholder.mandate.new");
    }

    private String page(Model model, UUID id, FormInput form, String view, String heading) {
        var body = bodies.view(Callers.require(), id);
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.bodies.title"), "/gremien"),
                        new Crumb(body.name(), "/gremien/" + id),
                        Crumb.here(forms.text(heading))));
        return view;
    }
}
