package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.finance.costplan.CostPlanImport.Report;
import de.foerderkreis.finance.spreadsheet.RowTexts;
import de.foerderkreis.platform.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Cost plans from a file and as the text annex 1 is made of. */
@RestController
@RequestMapping("/api/finance/v1/cases/{caseId}")
class CostPlanFileController {

    private final CostPlanImport imports;
    private final CostPlanReading reading;
    private final RowTexts texts;

    CostPlanFileController(CostPlanImport imports, CostPlanReading reading, RowTexts texts) {
        this.imports = imports;
        this.reading = reading;
        this.texts = texts;
    }

    /** A dry run answers 200 with everything it found; a real run with errors answers 422. */
    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping(path = "/cost-plan/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReportView> load(
            @PathVariable UUID caseId,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Locale locale)
            throws IOException {
        Report report = imports.run(caseId, file.getBytes(), version, dryRun);
        var errors = texts.of(report.errors(), locale);
        if (!dryRun && !errors.isEmpty()) {
            throw Problem.unprocessable("cost-plan-import-rejected", errors.size())
                    .with("dryRun", false)
                    .with("rows", report.rows())
                    .with("errors", errors);
        }
        CostPlan plan = report.plan();
        return ResponseEntity.status(report.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(
                        new ReportView(
                                dryRun,
                                report.rows(),
                                errors,
                                report.totals(),
                                plan == null ? null : plan.version(),
                                report.created()));
    }

    /**
     * The canonical text annex 1 (F77) is made of: the same version gives the same bytes for ever.
     *
     * @param version absent takes the current one
     */
    @DistrictReads
    @GetMapping("/annexes/1")
    ResponseEntity<byte[]> annex(
            @PathVariable UUID caseId, @RequestParam(required = false) @Nullable Long version) {
        CostPlan plan =
                version == null
                        ? reading.sheet(caseId)
                                .current()
                                .orElseThrow(() -> Problem.notFound("cost-plan"))
                        : reading.version(caseId, version);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(PlanText.of(plan).getBytes(StandardCharsets.UTF_8));
    }

    record ReportView(
            boolean dryRun,
            int rows,
            List<RowTexts.RowMessage> errors,
            @Nullable CostTotals totals,
            @Nullable Long version,
            boolean created) {}
}
