package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.signing.SignedAs;
import de.foerderkreis.stakeholder.tally.Position;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The clerk's desk for what arrives by post. */
@Controller
@RequestMapping("/beteiligung/{roundId}")
class ArrivalPages {

    private final Statements statements;
    private final Recording recording;
    private final Forms forms;

    ArrivalPages(Statements statements, Recording recording, Forms forms) {
        this.statements = statements;
        this.recording = recording;
        this.forms = forms;
    }

    @GetMapping("/eingang")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String start(
            @PathVariable UUID roundId,
            @RequestParam(name = "ags", defaultValue = "") String ags,
            Model model) {
        return form(
                model,
                roundId,
                forms.start(Map.of("ags", ags, "channel", Channel.LETTER.name(), "time", "12:00")));
    }

    @PostMapping("/eingang")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String record(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var ags = form.get("ags");
        if (!statements.addressees(roundId).containsKey(ags)) {
            form.reject("ags", "stakeholder.form.choice");
        }
        var position = form.choice("position", Position.class);
        var channel = form.choice("channel", Channel.class);
        var day = form.date("receivedAt");
        var time = form.time("time");
        var signedAs = form.optionalChoice("signedAs", SignedAs.class).orElse(null);
        var text = form.optional("text", Content.LONGEST);
        var minutes = form.optional("minutes", Evidence.LONGEST);
        var recorded =
                form.clean()
                        ? forms.attempt(
                                form,
                                request,
                                () ->
                                        recording.record(
                                                Callers.require(),
                                                roundId,
                                                ags,
                                                new Content(
                                                        position.orElseThrow(),
                                                        form.choices("reasons", Reason.class),
                                                        text),
                                                channel.orElseThrow(),
                                                LocalDateTime.of(
                                                                day.orElseThrow(),
                                                                time.orElseThrow())
                                                        .atZone(BusinessClock.ZONE)
                                                        .toInstant(),
                                                signedAs,
                                                new Evidence(minutes, form.all("jointWith"))))
                        : Optional.<Statement>empty();
        if (recorded.isEmpty()) {
            forms.again(form, model, response);
            return form(model, roundId, form);
        }
        redirect.addFlashAttribute(
                "saved", forms.text("stakeholder.arrival.done", recorded.get().receiptNumber()));
        return "redirect:/beteiligung/" + roundId;
    }

    private String form(Model model, UUID roundId, FormInput form) {
        model.addAttribute("form", form);
        model.addAttribute("roundId", roundId);
        model.addAttribute("towns", statements.addressees(roundId));
        model.addAttribute("positions", forms.options("stakeholder.position", Position.class));
        model.addAttribute("reasons", forms.options("stakeholder.reason", Reason.class));
        var channels = new LinkedHashMap<>(forms.options("stakeholder.channel", Channel.class));
        channels.remove(Channel.PORTAL.name());
        model.addAttribute("channels", channels);
        model.addAttribute("signedAs", forms.options("stakeholder.signed-as", SignedAs.class));
        return page(
                model, roundId, "stakeholder/arrival", forms.text("stakeholder.arrival.heading"));
    }

    private String page(Model model, UUID roundId, String view, String here) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(statements.titleOf(roundId), "/beteiligung/" + roundId),
                        Crumb.here(here)));
        return view;
    }
}
