package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.costplan.CostPlanImport.Report;
import de.foerderkreis.finance.costplan.CostPlanReading.Sheet;
import de.foerderkreis.finance.spreadsheet.Downloads;
import de.foerderkreis.finance.spreadsheet.RowTexts;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** The cost plan as a file: taken away, filled in elsewhere, checked and taken in. */
@Controller
@RequestMapping("/finanzen/{caseId}/kosten")
class CostPlanFilePages {

    private final CostPlanReading reading;
    private final CostPlanImport imports;
    private final RowTexts rowTexts;
    private final Texts texts;

    CostPlanFilePages(
            CostPlanReading reading, CostPlanImport imports, RowTexts rowTexts, Texts texts) {
        this.reading = reading;
        this.imports = imports;
        this.rowTexts = rowTexts;
        this.texts = texts;
    }

    @DistrictReads
    @GetMapping("/plan.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable UUID caseId) {
        var items = reading.sheet(caseId).current().map(CostPlan::items).orElse(List.of());
        return Downloads.workbook("kostenplan.xlsx", it -> CostPlanWorkbook.write(it, items));
    }

    @PreAuthorize("hasRole('TREASURER')")
    @GetMapping("/datei")
    String ask(@PathVariable UUID caseId, Model model) {
        return page(reading.sheet(caseId), model);
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping("/datei")
    String load(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "check") String action,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        boolean dryRun = !action.equals("load");
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.invalid("file", "plan-file-missing");
            }
            Report report = imports.run(caseId, file.getBytes(), version, dryRun);
            CostPlan plan = report.plan();
            if (!dryRun && plan != null) {
                redirect.addFlashAttribute(
                        "saved",
                        texts.say(
                                report.created() ? "finance.plan.saved" : "finance.planfile.same",
                                plan.version()));
                return "redirect:/finanzen/" + caseId + "/kosten";
            }
            if (!dryRun) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            model.addAttribute("report", report);
            model.addAttribute("rowErrors", rowTexts.of(report.errors(), locale));
            model.addAttribute(
                    "filename", Optional.ofNullable(file.getOriginalFilename()).orElse(""));
        } catch (Problem problem) {
            if (problem.status() == HttpStatus.NOT_FOUND) {
                throw problem;
            }
            response.setStatus(problem.status().value());
            model.addAttribute("errors", texts.errors(problem));
        }
        return page(reading.sheet(caseId), model);
    }

    private String page(Sheet sheet, Model model) {
        UUID caseId = sheet.fundingCase().id();
        model.addAttribute("sheet", sheet);
        model.addAttribute("version", sheet.current().map(CostPlan::version).orElse(0L));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("finance.title"), "/finanzen"),
                        new Crumb(sheet.fundingCase().title(), "/vorhaben/" + caseId),
                        new Crumb(
                                texts.say("finance.plan.title"), "/finanzen/" + caseId + "/kosten"),
                        Crumb.here(texts.say("finance.planfile.title"))));
        return "finance/planfile";
    }
}
