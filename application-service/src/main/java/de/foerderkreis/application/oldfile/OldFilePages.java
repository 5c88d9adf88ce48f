package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.page.PageTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Loads the old file of a case: the table is tried first, then confirmed. Between the two it
 * travels in the page, so that it need not be chosen again and nothing is kept of a mere trial.
 */
@Controller
@RequestMapping("/vorhaben/{id}/gremien/alte-akte")
class OldFilePages {

    private final OldFileLoading loading;
    private final OldFileMessages messages;
    private final Cases cases;
    private final OldFileView view;
    private final PageTexts texts;

    OldFilePages(
            OldFileLoading loading,
            OldFileMessages messages,
            Cases cases,
            OldFileView view,
            PageTexts texts) {
        this.loading = loading;
        this.messages = messages;
        this.cases = cases;
        this.view = view;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.MINUTES)
    String blank(@PathVariable UUID id, Model model) {
        return view.show(id, model);
    }

    /** An empty table a German spreadsheet opens at once. */
    @GetMapping("/muster.csv")
    @PreAuthorize(Access.MINUTES)
    ResponseEntity<byte[]> template(@PathVariable UUID id) {
        cases.require(id);
        var headings =
                Arrays.stream(Column.values())
                        .map(Column::heading)
                        .collect(Collectors.joining(";", "\uFEFF", "\r\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("alte-akte.csv")
                                .build()
                                .toString())
                .body(headings.getBytes(StandardCharsets.UTF_8));
    }

    /** Tries a chosen file; records the table a trial gave back. */
    @PostMapping
    @PreAuthorize(Access.MINUTES)
    String load(
            @PathVariable UUID id,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "table", defaultValue = "") String tried,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        cases.require(id);
        if (file != null && !file.isEmpty()) {
            var chosen = file.getBytes();
            return shown(id, loading.tryOut(id, chosen), chosen, model, response);
        }
        var table = decoded(tried);
        if (table.length == 0) {
            return refused(id, texts.say("application.oldfile.file.missing"), model, response);
        }
        var report = loading.load(id, table);
        if (!report.clean()) {
            return shown(id, report, table, model, response);
        }
        redirect.addFlashAttribute(
                "saved",
                texts.say("application.oldfile.done", report.created(), report.unchanged()));
        return "redirect:/vorhaben/%s/gremien".formatted(id);
    }

    private String shown(
            UUID id,
            OldFileReport report,
            byte[] table,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("report", report);
        model.addAttribute("steps", messages.steps(report));
        if (!report.clean()) {
            model.addAttribute("rowErrors", messages.errors(report));
            return refused(
                    id,
                    texts.say("application.oldfile.refused", report.errors().size()),
                    model,
                    response);
        }
        if (report.created() > 0) {
            model.addAttribute(
                    "confirmed", Map.of("table", Base64.getUrlEncoder().encodeToString(table)));
        }
        return view.show(id, model);
    }

    private String refused(UUID id, String why, Model model, HttpServletResponse response) {
        model.addAttribute("errors", Map.of("file", why));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view.show(id, model);
    }

    /** What a trial put into the page; nothing where somebody else wrote it. */
    private static byte[] decoded(String tried) {
        try {
            return Base64.getUrlDecoder().decode(tried);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }
}
