package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.coding.Codings;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.reference.Cases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of consultations, one of them, and the form for a new one. */
@Controller
class RoundPages {

    private final Rounds rounds;
    private final RoundPreparation preparation;
    private final RoundCharts charts;
    private final Codings codings;
    private final Cases cases;
    private final Forms forms;

    RoundPages(
            Rounds rounds,
            RoundPreparation preparation,
            RoundCharts charts,
            Codings codings,
            Cases cases,
            Forms forms) {
        this.rounds = rounds;
        this.preparation = preparation;
        this.charts = charts;
        this.codings = codings;
        this.cases = cases;
        this.forms = forms;
    }

    @GetMapping("/beteiligung")
    @PreAuthorize(Access.ROUND_READS)
    String list(Model model) {
        var caller = Callers.require();
        model.addAttribute("crumbs", List.of(Crumb.here(forms.text("stakeholder.rounds.title"))));
        model.addAttribute("rounds", rounds.list(caller));
        model.addAttribute("town", caller.kind() == OrganisationKind.MUNICIPALITY);
        model.addAttribute("mayPrepare", caller.has("CLERK"));
        return "stakeholder/rounds";
    }

    @GetMapping("/beteiligung/{id}")
    @PreAuthorize(Access.ROUND_READS)
    String show(
            @PathVariable UUID id,
            @RequestParam(name = "zeige", defaultValue = "") String filter,
            Model model) {
        var caller = Callers.require();
        var round = rounds.require(caller, id);
        model.addAttribute("round", round);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        Crumb.here(round.title())));
        if (round.own() != null) {
            model.addAttribute("mayor", caller.has("MAYOR"));
            return "stakeholder/round-town";
        }
        district(caller, round, filter, model);
        return "stakeholder/round";
    }

    private void district(Caller caller, RoundView round, String filter, Model model) {
        var shown =
                round.addressees().stream()
                        .filter(it ->
                                switch (filter) {
                                    case "offen" -> it.receivedAt() == null;
                                    case "eingegangen" -> it.state() == DeliveryState.RECEIVED;
                                    case "verspaetet" -> it.late();
                                    case "bestaetigt" ->
                                            it.receiptConfirmedAt() != null
                                                    && it.receivedAt() == null;
                                    case "bitte" -> it.state() == DeliveryState.EXTENSION_REQUESTED;
                                    case "nachtrag" -> it.supplementUntil() != null;
                                    default -> true;
                                })
                        .toList();
        model.addAttribute("filter", filter);
        model.addAttribute("addressees", shown);
        model.addAttribute("disputed", codings.disputed(round.id()));
        model.addAttribute("mayRun", caller.has("CLERK") || caller.has("HEAD"));
        model.addAttribute("mayEdit", caller.has("CLERK"));
        if (round.status().sent()) {
            var tally = rounds.tally(round.id());
            model.addAttribute("tally", tally);
            model.addAttribute("chart", charts.positions(tally));
        }
    }

    @GetMapping("/beteiligung/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String start(@RequestParam(name = "vorhaben", defaultValue = "") String caseId, Model model) {
        var known = caseOf(caseId).flatMap(cases::find);
        var title =
                known.map(it -> forms.text("stakeholder.round-new.title-default", it.title()))
                        .orElse("");
        return form(
                model,
                forms.start(
                        Map.of(
                                "caseId",
                                caseId,
                                "title",
                                title,
                                "kind",
                                RoundKind.DRAFT_OPINION.name(),
                                "agreementMode",
                                AgreementMode.OPINION.name(),
                                "silenceMeans",
                                SilenceMeans.NO_REPLY.name(),
                                "reminderDays",
                                "7, 2")));
    }

    @PostMapping("/beteiligung/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String prepare(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var command = command(form);
        var prepared =
                command.flatMap(it -> forms.attempt(form, request, () -> preparation.prepare(it)));
        if (prepared.isEmpty()) {
            forms.again(form, model, response);
            return form(model, form);
        }
        return "redirect:/beteiligung/" + prepared.get().id() + "/versand";
    }

    private Optional<RoundPreparation.PrepareRound> command(FormInput form) {
        var caseId = caseOf(form.get("caseId"));
        if (caseId.isEmpty()) {
            form.reject("caseId", "stakeholder.form.choice");
        }
        var title = form.required("title", 200);
        var kind = form.choice("kind", RoundKind.class);
        var mode = form.choice("agreementMode", AgreementMode.class);
        var silence = form.choice("silenceMeans", SilenceMeans.class);
        var dueOn = form.date("dueOn");
        var reminders = reminders(form);
        return form.clean()
                ? Optional.of(
                        new RoundPreparation.PrepareRound(
                                caseId.orElseThrow(),
                                title,
                                kind.orElseThrow(),
                                mode.orElseThrow(),
                                silence.orElseThrow(),
                                dueOn.orElseThrow(),
                                reminders))
                : Optional.empty();
    }

    private static List<Integer> reminders(FormInput form) {
        var days = new ArrayList<Integer>();
        for (var part : form.get("reminderDays").split("[,; ]+")) {
            if (part.matches("[1-9]|[1-5][0-9]|60") && days.size() < 5) {
                days.add(Integer.valueOf(part));
            } else if (!part.isBlank()) {
                form.reject("reminderDays", "stakeholder.form.reminder-days");
            }
        }
        return days;
    }

    private static Optional<UUID> caseOf(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private String form(Model model, FormInput form) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        Crumb.here(forms.text("stakeholder.round-new.heading"))));
        model.addAttribute("form", form);
        model.addAttribute("cases", caseOptions(form.get("caseId")));
        model.addAttribute("kinds", forms.options("stakeholder.kind", RoundKind.class));
        model.addAttribute("modes", forms.options("stakeholder.mode", AgreementMode.class));
        model.addAttribute("silences", forms.options("stakeholder.silence", SilenceMeans.class));
        return "stakeholder/round-new";
    }

    /** A case opened a moment ago may not have told its name yet; it can be chosen nevertheless. */
    private Map<String, @Nullable Object> caseOptions(String chosen) {
        var options = new LinkedHashMap<String, @Nullable Object>();
        cases.all().forEach(it -> options.put(it.id().toString(), it.title()));
        caseOf(chosen)
                .ifPresent(id ->
                        options.putIfAbsent(
                                id.toString(), forms.text("stakeholder.round-new.this-case")));
        return options;
    }
}
