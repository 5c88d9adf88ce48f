package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.DocumentShelf;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts the documents an old file names into the case, before its table is loaded. */
@Controller
class ProofPages {

    private final Cases cases;
    private final DocumentShelf documents;
    private final OldFileView view;
    private final FormProblems problems;
    private final PageTexts texts;

    ProofPages(
            Cases cases,
            DocumentShelf documents,
            OldFileView view,
            FormProblems problems,
            PageTexts texts) {
        this.cases = cases;
        this.documents = documents;
        this.view = view;
        this.problems = problems;
        this.texts = texts;
    }

    @PostMapping("/vorhaben/{id}/gremien/alte-akte/belege")
    @PreAuthorize(Access.MINUTES)
    String add(
            @PathVariable UUID id,
            @RequestParam(name = "proofs", required = false) @Nullable List<MultipartFile> proofs,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        cases.require(id);
        var chosen =
                Objects.requireNonNullElse(proofs, List.<MultipartFile>of()).stream()
                        .filter(it -> !it.isEmpty())
                        .toList();
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return wrong(id, texts.say("application.oldfile.proofs.missing"), model);
        }
        for (var it : chosen) {
            var name = Objects.requireNonNullElse(it.getOriginalFilename(), "");
            try {
                documents.add(id, it.getBytes(), name);
            } catch (Problem refused) {
                problems.show(refused, model, request, response);
                var why = said(model);
                return wrong(id, why.contains(name) ? why : name + ": " + why, model);
            }
        }
        redirect.addFlashAttribute(
                "saved", texts.say("application.oldfile.proofs.saved", chosen.size()));
        return "redirect:/vorhaben/%s/gremien/alte-akte".formatted(id);
    }

    private String wrong(UUID id, String why, Model model) {
        model.addAttribute("errors", Map.of("proofs", why));
        return view.show(id, model);
    }

    private static String said(Model model) {
        return model.getAttribute("errors") instanceof Map<?, ?> errors && !errors.isEmpty()
                ? String.valueOf(errors.values().iterator().next())
                : "";
    }
}
