package de.foerderkreis.stakeholder.municipality;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.access.Access;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/stakeholder/v1/municipalities")
class MunicipalityController {

    private final Municipalities municipalities;
    private final MunicipalityImport imports;
    private final ImportMessages messages;

    MunicipalityController(
            Municipalities municipalities, MunicipalityImport imports, ImportMessages messages) {
        this.municipalities = municipalities;
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize(Access.MEMBERS)
    List<Municipality> list() {
        return municipalities.all();
    }

    @GetMapping("/{ags}")
    @PreAuthorize(Access.MEMBERS)
    Municipality show(@PathVariable String ags) {
        return municipalities.find(ags).orElseThrow(() -> Problem.notFound("municipality"));
    }

    /**
     * A dry run always answers its report; a real import with errors is refused with the same list.
     */
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize(Access.MASTER_DATA)
    ImportAnswer upload(
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var report = imports.run(file.getBytes(), dryRun);
        var errors = messages.of(report.errors());
        if (!dryRun && !report.clean()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-rejected", errors.size())
                    .with("errors", errors);
        }
        return new ImportAnswer(
                dryRun,
                report.rows(),
                report.created(),
                report.updated(),
                report.unchanged(),
                errors);
    }

    record ImportAnswer(
            boolean dryRun,
            int rows,
            int created,
            int updated,
            int unchanged,
            List<ImportMessages.Line> errors) {}
}
