package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.attachment.Attachments;
import de.foerderkreis.stakeholder.attachment.Download;
import de.foerderkreis.stakeholder.attachment.Filing;
import de.foerderkreis.stakeholder.coding.Codings;
import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One delivered statement: to read, to code its reasons, to object to the coding. */
@Controller
@RequestMapping("/beteiligung/{roundId}/stellungnahmen/{id}")
class DeliveredPages {

    private final Statements statements;
    private final ReasonReading reading;
    private final Codings codings;
    private final Attachments attachments;
    private final Filing filing;
    private final Download download;
    private final Forms forms;

    DeliveredPages(
            Statements statements,
            ReasonReading reading,
            Codings codings,
            Attachments attachments,
            Filing filing,
            Download download,
            Forms forms) {
        this.statements = statements;
        this.reading = reading;
        this.codings = codings;
        this.attachments = attachments;
        this.filing = filing;
        this.download = download;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Access.ROUND_READS)
    String show(@PathVariable UUID roundId, @PathVariable UUID id, Model model) {
        return page(roundId, id, forms.start(Map.of()), model);
    }

    @PostMapping("/gruende")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String code(
            @PathVariable UUID roundId,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var answer = form.optional("answer", 2000).strip();
        var done =
                form.clean()
                        && forms.attempt(
                                        form,
                                        request,
                                        () ->
                                                reading.code(
                                                        Callers.require(),
                                                        roundId,
                                                        id,
                                                        form.version().orElse(null),
                                                        form.choices("reasons", Reason.class),
                                                        answer.isEmpty() ? null : answer))
                                .isPresent();
        return answer(
                done, roundId, id, form, "stakeholder.coding.done", model, response, redirect);
    }

    @PostMapping("/einwand")
    @PreAuthorize(Access.TOWN)
    String object(
            @PathVariable UUID roundId,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var text = form.required("objection", 2000);
        var done =
                form.clean()
                        && forms.attempt(
                                        form,
                                        request,
                                        () ->
                                                reading.object(
                                                        Callers.require(),
                                                        roundId,
                                                        id,
                                                        form.version().orElse(-1L),
                                                        text))
                                .isPresent();
        return answer(
                done, roundId, id, form, "stakeholder.coding.objected", model, response, redirect);
    }

    @PostMapping("/dateien")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String file(
            @PathVariable UUID roundId,
            @PathVariable UUID id,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var form = forms.start(Map.of());
        var statement = statements.require(Callers.require(), roundId, id);
        var done = false;
        if (file == null || file.isEmpty()) {
            form.reject("file", "stakeholder.files.choose");
        } else {
            var bytes = file.getBytes();
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            done =
                    forms.attempt(
                                    form,
                                    request,
                                    () -> {
                                        requirePaper(statement);
                                        return filing.addOriginal(
                                                roundId, statement.ags(), id, bytes, name);
                                    })
                            .isPresent();
        }
        return answer(
                done, roundId, id, form, "stakeholder.files.filed", model, response, redirect);
    }

    @GetMapping("/dateien/{fileId}")
    @PreAuthorize(Access.ROUND_READS)
    ResponseEntity<byte[]> load(
            @PathVariable UUID roundId, @PathVariable UUID id, @PathVariable UUID fileId) {
        statements.require(Callers.require(), roundId, id);
        return download.ofStatement(id, fileId);
    }

    private static void requirePaper(Statement statement) {
        if (statement.channel() == Channel.PORTAL) {
            throw Problem.conflict("portal-statement-complete");
        }
    }

    private String answer(
            boolean done,
            UUID roundId,
            UUID id,
            FormInput form,
            String message,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!done) {
            forms.again(form, model, response);
            return page(roundId, id, form, model);
        }
        redirect.addFlashAttribute("saved", forms.text(message));
        return "redirect:/beteiligung/%s/stellungnahmen/%s".formatted(roundId, id);
    }

    private String names(UUID roundId, List<String> towns) {
        var names = statements.addressees(roundId);
        return towns.stream()
                .map(it -> names.getOrDefault(it, it))
                .collect(Collectors.joining(", "));
    }

    private String page(UUID roundId, UUID id, FormInput form, Model model) {
        var caller = Callers.require();
        var statement = statements.require(caller, roundId, id);
        var town = statements.addressees(roundId).getOrDefault(statement.ags(), statement.ags());
        model.addAttribute("statement", statement);
        model.addAttribute("jointWith", names(roundId, statement.evidence().jointWith()));
        model.addAttribute("town", town);
        model.addAttribute("roundId", roundId);
        model.addAttribute("form", form);
        model.addAttribute("originals", attachments.ofStatement(id));
        model.addAttribute("coding", codings.find(id).orElse(null));
        model.addAttribute("reasons", forms.options("stakeholder.reason", Reason.class));
        model.addAttribute("clerk", caller.has("CLERK"));
        model.addAttribute("own", statement.ags().equals(caller.organisation()));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"),
                        new Crumb(statements.titleOf(roundId), "/beteiligung/" + roundId),
                        Crumb.here(town)));
        return "stakeholder/statement";
    }
}
