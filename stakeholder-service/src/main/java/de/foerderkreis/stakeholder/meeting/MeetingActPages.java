package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.body.Bodies;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.form.Papers;
import de.foerderkreis.stakeholder.reference.CaseChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** What a clerk records of a meeting: papers, what was said, what was wished, a founding. */
@Controller
@RequestMapping("/sitzungen/{id}")
@PreAuthorize(Access.DISTRICT_EDITS)
class MeetingActPages {

    private final Meetings meetings;
    private final MeetingDesk desk;
    private final Positions positions;
    private final Bodies bodies;
    private final CaseChoice cases;
    private final Forms forms;

    MeetingActPages(
            Meetings meetings,
            MeetingDesk desk,
            Positions positions,
            Bodies bodies,
            CaseChoice cases,
            Forms forms) {
        this.meetings = meetings;
        this.desk = desk;
        this.positions = positions;
        this.bodies = bodies;
        this.cases = cases;
        this.forms = forms;
    }

    @GetMapping("/unterlagen")
    String startPaper(@PathVariable UUID id, Model model) {
        return paperForm(model, id, forms.start(Map.of("paper", "minutes")));
    }

    @PostMapping("/unterlagen")
    String file(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile upload,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var form = forms.read(typed);
        var invitation = form.get("paper").equals("invitation");
        var file = Papers.chosen(form, upload);
        var filed = false;
        if (file.isPresent()) {
            var bytes = file.get().getBytes();
            var name = Papers.name(file.get());
            filed =
                    forms.done(
                            form,
                            request,
                            () -> {
                                if (invitation) {
                                    desk.fileInvitation(id, bytes, name);
                                } else {
                                    desk.fileMinutes(id, bytes, name);
                                }
                            });
        }
        if (!filed) {
            forms.again(form, model, response);
            return paperForm(model, id, form);
        }
        return "redirect:/sitzungen/" + id;
    }

    @GetMapping("/haltung")
    String startPosition(
            @PathVariable UUID id,
            @RequestParam(name = "vorhaben", defaultValue = "") String caseId,
            Model model) {
        var meeting = meetings.view(Callers.require(), id);
        var chosen = cases.preset(caseId);
        var known = new LinkedMultiValueMap<String, String>();
        known.add("caseId", chosen);
        meeting.positions().stream()
                .filter(it -> it.caseId().toString().equals(chosen))
                .forEach(it -> {
                    known.add("version", String.valueOf(it.version()));
                    known.add("position", it.position().name());
                    known.add("note", it.note());
                    it.reasons().forEach(reason -> known.add("reasons", reason.name()));
                });
        return positionForm(model, id, forms.read(known));
    }

    @PostMapping("/haltung")
    String recordPosition(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var caseId = cases.required(form);
        var position = form.choice("position", Opinion.class);
        var note = form.optional("note", 4000);
        var recorded =
                form.clean()
                        && forms.done(
                                form,
                                request,
                                () ->
                                        positions.record(
                                                id,
                                                caseId.orElseThrow(),
                                                form.version().orElse(null),
                                                new BodyPosition.Said(
                                                        position.orElseThrow(),
                                                        form.choices(
                                                                "reasons", OpinionReason.class),
                                                        note.strip())));
        if (!recorded) {
            forms.again(form, model, response);
            return positionForm(model, id, form);
        }
        return "redirect:/sitzungen/" + id;
    }

    @GetMapping("/anliegen")
    String startWish(@PathVariable UUID id, Model model) {
        return wishForm(model, id, forms.start(Map.of("caseId", cases.preset(""))));
    }

    @PostMapping("/anliegen")
    String wish(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var caseId = cases.required(form);
        var title = form.required("title", 240);
        var dueOn = form.optionalDate("dueOn");
        var kept =
                caseId.filter(it -> form.clean())
                        .flatMap(it ->
                                forms.attempt(
                                        form,
                                        request,
                                        () -> positions.wish(id, it, title, dueOn.orElse(null))));
        if (kept.isEmpty()) {
            forms.again(form, model, response);
            return wishForm(model, id, form);
        }
        return "redirect:/gremien/anliegen/" + kept.get();
    }

    @GetMapping("/gruendung")
    String startFounding(@PathVariable UUID id, Model model) {
        var meeting = meetings.view(Callers.require(), id);
        var body = bodies.require(Callers.require(), meeting.bodyId());
        return foundingForm(
                model,
                id,
                forms.start(
                        Map.of(
                                "caseId",
                                cases.preset(""),
                                "version",
                                String.valueOf(body.version()))));
    }

    @PostMapping("/gruendung")
    String found(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var caseId = cases.required(form);
        var seen = form.version().orElse(-1L);
        var founded =
                form.clean()
                        && forms.done(
                                form, request, () -> desk.found(id, seen, caseId.orElseThrow()));
        if (!founded) {
            forms.again(form, model, response);
            return foundingForm(model, id, form);
        }
        return "redirect:/gremien/" + meetings.view(Callers.require(), id).bodyId();
    }

    private String paperForm(Model model, UUID id, FormInput form) {
        model.addAttribute(
                "papers",
                Map.of(
                        "minutes", forms.text("stakeholder.meeting.minutes"),
                        "invitation", forms.text("stakeholder.meeting.invitation")));
        return page(model, id, form, "stakeholder/meeting-paper", "stakeholder.meeting.file");
    }

    private String positionForm(Model model, UUID id, FormInput form) {
        model.addAttribute("positions", forms.options("stakeholder.opinion", Opinion.class));
        model.addAttribute("reasons", forms.options("stakeholder.reason", OpinionReason.class));
        return page(
                model, id, form, "stakeholder/meeting-position", "stakeholder.meeting.position");
    }

    private String wishForm(Model model, UUID id, FormInput form) {
        return page(model, id, form, "stakeholder/meeting-wish", "stakeholder.followup.new");
    }

    private String foundingForm(Model model, UUID id, FormInput form) {
        return page(
                model, id, form, "stakeholder/meeting-founding", "stakeholder.meeting.founding");
    }

    private String page(Model model, UUID id, FormInput form, String view, String heading) {
        var meeting = meetings.view(Callers.require(), id);
        model.addAttribute("meeting", meeting);
        model.addAttribute("form", form);
        model.addAttribute("cases", cases.options(form.get("caseId")));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.meetings.title"), "/sitzungen"),
                        new Crumb(meeting.bodyName(), "/sitzungen/" + id),
                        Crumb.here(forms.text(heading))));
        return view;
    }
}
