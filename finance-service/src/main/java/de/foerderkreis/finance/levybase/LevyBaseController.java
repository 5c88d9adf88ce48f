package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.finance.levybase.LevyBaseImport.ImportFile;
import de.foerderkreis.finance.levybase.LevyBaseImport.Report;
import de.foerderkreis.finance.spreadsheet.RowTexts;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Levy base versions over HTTP. */
@RestController
@RequestMapping("/api/finance/v1/levy-bases")
class LevyBaseController {

    private final LevyBaseImport imports;
    private final LevyBasePublication publication;
    private final LevyBases bases;
    private final RowTexts texts;

    LevyBaseController(
            LevyBaseImport imports,
            LevyBasePublication publication,
            LevyBases bases,
            RowTexts texts) {
        this.imports = imports;
        this.publication = publication;
        this.bases = bases;
        this.texts = texts;
    }

    /** A dry run answers 200 with everything it found; a real run with errors answers 422. */
    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReportView> load(
            @RequestParam MultipartFile file,
            @RequestParam int year,
            @RequestParam LevyBase.Status status,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam @Nullable LocalDate asOf,
            Locale locale)
            throws IOException {
        String name = file.getOriginalFilename();
        Report report =
                imports.run(
                        new ImportFile(
                                file.getBytes(),
                                name == null || name.isBlank() ? "upload.csv" : name,
                                year,
                                status,
                                asOf,
                                dryRun));
        var errors = texts.of(report.errors(), locale);
        if (!dryRun && !errors.isEmpty()) {
            throw Problem.unprocessable("levy-base-import-rejected", errors.size())
                    .with("dryRun", false)
                    .with("rows", report.rows())
                    .with("errors", errors);
        }
        return ResponseEntity.status(report.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(
                        new ReportView(
                                dryRun,
                                report.rows(),
                                errors,
                                report.missing(),
                                report.baseId(),
                                report.created(),
                                report.total()));
    }

    @DistrictReads
    @GetMapping
    List<BaseView> list() {
        return bases.all().stream().map(BaseView::of).toList();
    }

    @DistrictReads
    @GetMapping("/{id}")
    BaseDetails get(@PathVariable UUID id) {
        return BaseDetails.of(bases.require(id));
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping("/{id}/publication")
    BaseDetails publish(@PathVariable UUID id, @RequestBody Publication request) {
        return BaseDetails.of(publication.publish(id, request.version()));
    }

    record Publication(long version) {}

    record ReportView(
            boolean dryRun,
            int rows,
            List<RowTexts.RowMessage> errors,
            List<String> missing,
            @Nullable UUID baseId,
            boolean created,
            Money total) {}

    record BaseView(
            UUID id,
            int year,
            LevyBase.Status status,
            LocalDate asOf,
            String filename,
            Money total,
            long version,
            Instant importedAt,
            @Nullable Instant publishedAt) {

        static BaseView of(LevyBase base) {
            return new BaseView(
                    base.id(),
                    base.year(),
                    base.status(),
                    base.asOf(),
                    base.filename(),
                    base.total(),
                    base.version(),
                    base.importedAt(),
                    base.publishedAt());
        }
    }

    record BaseDetails(
            UUID id,
            int year,
            LevyBase.Status status,
            LocalDate asOf,
            String filename,
            String contentSha256,
            Money total,
            long version,
            Instant importedAt,
            @Nullable Instant publishedAt,
            List<EntryView> entries) {

        static BaseDetails of(LevyBase base) {
            return new BaseDetails(
                    base.id(),
                    base.year(),
                    base.status(),
                    base.asOf(),
                    base.filename(),
                    base.contentSha256(),
                    base.total(),
                    base.version(),
                    base.importedAt(),
                    base.publishedAt(),
                    base.entries().stream().map(EntryView::of).toList());
        }
    }

    record EntryView(
            String ags,
            String name,
            int inhabitants,
            boolean ownYouthOffice,
            Map<String, Money> components,
            Money base) {

        static EntryView of(LevyBase.Entry entry) {
            return new EntryView(
                    entry.ags(),
                    entry.name(),
                    entry.inhabitants(),
                    entry.ownYouthOffice(),
                    entry.components(),
                    entry.base());
        }
    }
}
