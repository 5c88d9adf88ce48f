package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.body.Bodies;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.reference.CaseChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Meetings: the list, one with its papers, and the form for a new or changed one. */
@Controller
@RequestMapping("/sitzungen")
class MeetingPages {

    private final Meetings meetings;
    private final MeetingDesk desk;
    private final Bodies bodies;
    private final CaseChoice cases;
    private final Forms forms;
    private final BusinessClock clock;

    MeetingPages(
            Meetings meetings,
            MeetingDesk desk,
            Bodies bodies,
            CaseChoice cases,
            Forms forms,
            BusinessClock clock) {
        this.meetings = meetings;
        this.desk = desk;
        this.bodies = bodies;
        this.cases = cases;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Access.BODY_READS)
    String list(
            @RequestParam(name = "gremium", required = false) @Nullable UUID bodyId, Model model) {
        var caller = Callers.require();
        model.addAttribute("crumbs", List.of(Crumb.here(forms.text("stakeholder.meetings.title"))));
        model.addAttribute("meetings", meetings.seenBy(caller, bodyId));
        model.addAttribute("only", bodyId == null ? null : bodies.require(caller, bodyId).name());
        model.addAttribute("mayEdit", caller.has("CLERK"));
        model.addAttribute(
                "newHref", "/sitzungen/neu" + (bodyId == null ? "" : "?gremium=" + bodyId));
        return "stakeholder/meetings";
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.BODY_READS)
    String show(@PathVariable UUID id, Model model) {
        var caller = Callers.require();
        var meeting = meetings.view(caller, id);
        model.addAttribute("meeting", meeting);
        model.addAttribute(
                "caseTitles",
                meeting.positions().stream()
                        .map(MeetingView.PositionView::caseId)
                        .distinct()
                        .collect(Collectors.toMap(it -> it, cases::title)));
        var mayEdit = caller.has("CLERK");
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("held", !meeting.heldOn().isAfter(clock.today()));
        model.addAttribute(
                "mayFound",
                mayEdit && bodies.require(caller, meeting.bodyId()).foundedOn() == null);
        return page(model, "stakeholder/meeting", meeting.bodyName());
    }

    @GetMapping("/{id}/einladung")
    @PreAuthorize(Access.BODY_READS)
    ResponseEntity<byte[]> invitation(@PathVariable UUID id) {
        return meetings.invitation(Callers.require(), id).download();
    }

    @GetMapping("/{id}/niederschrift")
    @PreAuthorize(Access.BODY_READS)
    ResponseEntity<byte[]> minutes(@PathVariable UUID id) {
        return meetings.minutes(Callers.require(), id).download();
    }

    @GetMapping("/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String start(@RequestParam(name = "gremium", defaultValue = "") String bodyId, Model model) {
        return form(model, forms.start(Map.of("bodyId", bodyId)), "/sitzungen/neu");
    }

    @PostMapping("/neu")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String arrange(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var bodyId = cases.read(form.get("bodyId"));
        if (bodyId.isEmpty()) {
            form.reject("bodyId", "stakeholder.form.choice");
        }
        var arranged =
                plan(form, request)
                        .filter(it -> bodyId.isPresent())
                        .flatMap(it ->
                                forms.attempt(
                                        form,
                                        request,
                                        () ->
                                                desk.arrange(
                                                        Callers.require(),
                                                        bodyId.orElseThrow(),
                                                        it)));
        if (arranged.isEmpty()) {
            forms.again(form, model, response);
            return form(model, form, "/sitzungen/neu");
        }
        return "redirect:/sitzungen/" + arranged.get().id();
    }

    @GetMapping("/{id}/bearbeiten")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String edit(@PathVariable UUID id, Model model) {
        var meeting = meetings.view(Callers.require(), id);
        var sourceDate = meeting.sourceDate();
        var invitedOn = meeting.invitedOn();
        var known =
                Map.of(
                        "version", String.valueOf(meeting.version()),
                        "bodyId", meeting.bodyId().toString(),
                        "heldOn", meeting.heldOn().toString(),
                        "sourceDate", sourceDate == null ? "" : sourceDate,
                        "place", meeting.place(),
                        "agenda", meeting.agenda(),
                        "invitedOn", invitedOn == null ? "" : invitedOn.toString());
        return form(model, forms.start(known), "/sitzungen/" + id + "/bearbeiten");
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
        var seen = form.version().orElse(-1L);
        var saved =
                plan(form, request)
                        .flatMap(it -> forms.attempt(form, request, () -> desk.edit(id, seen, it)));
        if (saved.isEmpty()) {
            forms.again(form, model, response);
            return form(model, form, "/sitzungen/" + id + "/bearbeiten");
        }
        return "redirect:/sitzungen/" + id;
    }

    private Optional<Meeting.Plan> plan(FormInput form, HttpServletRequest request) {
        var heldOn = form.date("heldOn");
        var sourceDate = form.optional("sourceDate", 10).strip();
        var place = form.optional("place", 200);
        var agenda = form.optional("agenda", 20000);
        var invitedOn = form.optionalDate("invitedOn");
        return form.clean()
                ? forms.attempt(
                        form,
                        request,
                        () ->
                                new Meeting.Plan(
                                        heldOn.orElseThrow(),
                                        sourceDate.isEmpty() ? null : sourceDate,
                                        place.strip(),
                                        agenda.strip(),
                                        invitedOn.orElse(null)))
                : Optional.empty();
    }

    private String form(Model model, FormInput form, String address) {
        var fresh = address.endsWith("/neu");
        var options = new LinkedHashMap<String, String>();
        bodies.seenBy(Callers.require()).forEach(it -> options.put(it.id().toString(), it.name()));
        model.addAttribute("bodies", options);
        model.addAttribute("form", form);
        model.addAttribute("fresh", fresh);
        model.addAttribute("address", address);
        model.addAttribute("back", fresh ? "/sitzungen" : address.replace("/bearbeiten", ""));
        var heading = forms.text(fresh ? "stakeholder.meeting.new" : "stakeholder.meeting.edit");
        model.addAttribute("heading", heading);
        return page(model, "stakeholder/meeting-edit", heading);
    }

    private String page(Model model, String view, String here) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.meetings.title"), "/sitzungen"),
                        Crumb.here(here)));
        return view;
    }
}
