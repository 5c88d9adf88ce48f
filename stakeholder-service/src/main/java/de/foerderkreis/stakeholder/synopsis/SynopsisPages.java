package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The synopsis: to read, to answer, to release, to publish, to take along. */
@Controller
@RequestMapping("/beteiligung/{roundId}")
class SynopsisPages {

    private final SynopsisReader reader;
    private final SynopsisTable table;
    private final Answering answering;
    private final Releasing releasing;
    private final RoundReader rounds;
    private final Forms forms;

    SynopsisPages(
            SynopsisReader reader,
            SynopsisTable table,
            Answering answering,
            Releasing releasing,
            RoundReader rounds,
            Forms forms) {
        this.reader = reader;
        this.table = table;
        this.answering = answering;
        this.releasing = releasing;
        this.rounds = rounds;
        this.forms = forms;
    }

    @GetMapping("/synopse")
    @PreAuthorize(Access.ROUND_READS)
    String show(@PathVariable UUID roundId, Model model) {
        var caller = Callers.require();
        model.addAttribute("synopsis", reader.require(caller, roundId));
        model.addAttribute("mayEdit", caller.has("CLERK"));
        model.addAttribute("mayRelease", caller.has("HEAD"));
        model.addAttribute("mayPublish", caller.has("CLERK") || caller.has("HEAD"));
        return page(roundId, model, "stakeholder/synopsis", null);
    }

    @GetMapping("/synopse.csv")
    @PreAuthorize(Access.ROUND_READS)
    ResponseEntity<byte[]> csv(@PathVariable UUID roundId) {
        var csv = table.csv(reader.require(Callers.require(), roundId));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"synopse.csv\"")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/synopse/{ags}")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String start(@PathVariable UUID roundId, @PathVariable String ags, Model model) {
        var entry = entry(roundId, ags);
        var version = entry.answerVersion();
        return form(
                roundId,
                entry,
                forms.start(
                        Map.of(
                                "answer", or(entry.answer()),
                                "proposedDecision", or(entry.proposedDecision()),
                                "version", version == null ? "" : String.valueOf(version))),
                model);
    }

    @PostMapping("/synopse/{ags}")
    @PreAuthorize(Access.DISTRICT_EDITS)
    String answer(
            @PathVariable UUID roundId,
            @PathVariable String ags,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = forms.read(typed);
        var answer = form.required("answer", 10_000);
        var decision = form.optional("proposedDecision", 2000).strip();
        var done =
                form.clean()
                        && forms.attempt(
                                        form,
                                        request,
                                        () -> {
                                            answering.answer(
                                                    Callers.require(),
                                                    roundId,
                                                    List.of(
                                                            new Answering.Command(
                                                                    ags,
                                                                    form.version().orElse(null),
                                                                    answer,
                                                                    decision)));
                                            return true;
                                        })
                                .isPresent();
        if (!done) {
            forms.again(form, model, response);
            return form(roundId, entry(roundId, ags), form, model);
        }
        redirect.addFlashAttribute("saved", forms.text("stakeholder.synopsis.answered"));
        return "redirect:/beteiligung/%s/synopse#k-%s".formatted(roundId, ags);
    }

    @PostMapping("/synopse/freigabe")
    @PreAuthorize(Access.RELEASES)
    String release(
            @PathVariable UUID roundId,
            @RequestParam(name = "contentSha256", defaultValue = "") String seen,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var form = forms.start(Map.of());
        var released =
                forms.attempt(
                        form, request, () -> releasing.release(Callers.require(), roundId, seen));
        return after(
                released.map(it -> forms.text("stakeholder.synopsis.released", it.version()))
                        .orElse(null),
                form,
                roundId,
                redirect);
    }

    @PostMapping("/synopse/veroeffentlichung")
    @PreAuthorize(Access.DISTRICT_RUNS)
    String publish(
            @PathVariable UUID roundId, HttpServletRequest request, RedirectAttributes redirect) {
        var form = forms.start(Map.of());
        var published = forms.attempt(form, request, () -> releasing.publish(roundId));
        return after(
                published.map(it -> forms.text("stakeholder.synopsis.published")).orElse(null),
                form,
                roundId,
                redirect);
    }

    private static String after(
            @Nullable String saved, FormInput form, UUID roundId, RedirectAttributes redirect) {
        if (saved == null) {
            redirect.addFlashAttribute("errors", form.errors());
        } else {
            redirect.addFlashAttribute("saved", saved);
        }
        return "redirect:/beteiligung/" + roundId + "/synopse";
    }

    private SynopsisEntry entry(UUID roundId, String ags) {
        return reader.require(Callers.require(), roundId).entries().stream()
                .filter(it -> it.ags().equals(ags))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("addressee"));
    }

    private String form(UUID roundId, SynopsisEntry entry, FormInput form, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("form", form);
        return page(roundId, model, "stakeholder/synopsis-answer", entry.name());
    }

    private String page(UUID roundId, Model model, String view, @Nullable String town) {
        var round = rounds.require(Callers.require(), roundId);
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(forms.text("stakeholder.rounds.title"), "/beteiligung"));
        crumbs.add(new Crumb(round.title(), "/beteiligung/" + roundId));
        if (town == null) {
            crumbs.add(Crumb.here(forms.text("stakeholder.synopsis.heading")));
        } else {
            crumbs.add(
                    new Crumb(
                            forms.text("stakeholder.synopsis.heading"),
                            "/beteiligung/" + roundId + "/synopse"));
            crumbs.add(Crumb.here(town));
        }
        model.addAttribute("round", round);
        model.addAttribute("crumbs", List.copyOf(crumbs));
        return view;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
