package de.foerderkreis.stakeholder.attachment;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import de.foerderkreis.stakeholder.form.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files beside a town's draft; a page of its own, so that no typed text hangs on an upload. */
@Controller
@RequestMapping("/beteiligung/{roundId}/stellungnahme/dateien")
class FilePages {

    private final Attachments attachments;
    private final Filing filing;
    private final Download download;
    private final RoundReader rounds;
    private final Forms forms;

    FilePages(
            Attachments attachments,
            Filing filing,
            Download download,
            RoundReader rounds,
            Forms forms) {
        this.attachments = attachments;
        this.filing = filing;
        this.download = download;
        this.rounds = rounds;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Access.TOWN)
    String list(@PathVariable UUID roundId, Model model) {
        return page(roundId, model);
    }

    @PostMapping
    @PreAuthorize(Access.TOWN)
    String add(
            @PathVariable UUID roundId,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "signedLetter", defaultValue = "false") boolean signedLetter,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var form = forms.start(Map.of("signedLetter", String.valueOf(signedLetter)));
        if (file == null || file.isEmpty()) {
            form.reject("file", "stakeholder.files.choose");
        } else {
            var bytes = file.getBytes();
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            var added =
                    forms.attempt(
                            form,
                            request,
                            () ->
                                    filing.add(
                                            roundId,
                                            Callers.require().ags(),
                                            bytes,
                                            name,
                                            signedLetter));
            if (added.isPresent()) {
                redirect.addFlashAttribute(
                        "saved", forms.text("stakeholder.files.added", added.get().name()));
                return "redirect:/beteiligung/%s/stellungnahme/dateien".formatted(roundId);
            }
        }
        forms.again(form, model, response);
        return page(roundId, model);
    }

    @PostMapping("/{fileId}/entfernen")
    @PreAuthorize(Access.TOWN)
    String remove(
            @PathVariable UUID roundId, @PathVariable UUID fileId, RedirectAttributes redirect) {
        filing.remove(roundId, Callers.require().ags(), fileId);
        redirect.addFlashAttribute("saved", forms.text("stakeholder.files.removed"));
        return "redirect:/beteiligung/%s/stellungnahme/dateien".formatted(roundId);
    }

    @GetMapping("/{fileId}")
    @PreAuthorize(Access.TOWN)
    ResponseEntity<byte[]> load(@PathVariable UUID roundId, @PathVariable UUID fileId) {
        return download.ofDraft(roundId, Callers.require().ags(), fileId);
    }

    private String page(UUID roundId, Model model) {
        var caller = Callers.require();
        var round = rounds.require(caller, roundId);
        model.addAttribute("round", round);
        model.addAttribute("files", attachments.ofDraft(roundId, caller.ags()));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(round.title(), "/beteiligung/" + roundId),
                        new Crumb(
                                forms.text("stakeholder.editor.heading"),
                                "/beteiligung/" + roundId + "/stellungnahme"),
                        Crumb.here(forms.text("stakeholder.files.heading"))));
        return "stakeholder/files";
    }
}
