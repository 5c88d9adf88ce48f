package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.form.Papers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The clerk records a confirmation that came by post. */
@Controller
@RequestMapping("/partner/zusammenarbeit/{id}/brief")
class CooperationLetterPages {

    private final Cooperations cooperations;
    private final CooperationDesk desk;
    private final Forms forms;
    private final BusinessClock clock;

    CooperationLetterPages(
            Cooperations cooperations, CooperationDesk desk, Forms forms, BusinessClock clock) {
        this.cooperations = cooperations;
        this.desk = desk;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT_EDITS)
    String start(@PathVariable UUID id, Model model) {
        return form(model, id, forms.start(Map.of("receivedOn", clock.today().toString())));
    }

    @PostMapping
    @PreAuthorize(Access.DISTRICT_EDITS)
    String record(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile upload,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var form = forms.read(typed);
        var file = Papers.chosen(form, upload);
        var receivedOn = form.date("receivedOn");
        var function = form.required("function", 200);
        var note = form.optional("note", 2000);
        var recorded = false;
        if (form.clean() && file.isPresent()) {
            var bytes = file.get().getBytes();
            recorded =
                    forms.done(
                            form,
                            request,
                            () ->
                                    desk.recordLetter(
                                            id,
                                            receivedOn.orElseThrow(),
                                            function,
                                            note,
                                            bytes,
                                            Papers.name(file.get())));
        }
        if (!recorded) {
            forms.again(form, model, response);
            return form(model, id, form);
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.cooperation.letter-recorded"));
        return "redirect:/partner/zusammenarbeit/" + id;
    }

    @GetMapping("/datei")
    @PreAuthorize(Access.DISTRICT_READS)
    ResponseEntity<byte[]> letter(@PathVariable UUID id) {
        var letter = cooperations.letter(id);
        return Papers.download(letter.document(), letter.bytes());
    }

    private String form(Model model, UUID id, FormInput form) {
        var cooperation = cooperations.require(Callers.require(), id);
        model.addAttribute("cooperation", cooperation);
        model.addAttribute("form", form);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(
                                forms.text("stakeholder.cooperations.title"),
                                "/partner/zusammenarbeit"),
                        new Crumb(cooperation.partnerName(), "/partner/zusammenarbeit/" + id),
                        Crumb.here(forms.text("stakeholder.cooperation.letter"))));
        return "stakeholder/cooperation-letter";
    }
}
