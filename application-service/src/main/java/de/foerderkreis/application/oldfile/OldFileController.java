package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Loads the old file of a case by API. */
@RestController
class OldFileController {

    private final OldFileLoading loading;
    private final OldFileMessages messages;

    OldFileController(OldFileLoading loading, OldFileMessages messages) {
        this.loading = loading;
        this.messages = messages;
    }

    @PostMapping(
            path = "/api/application/v1/cases/{caseId}/council/old-file",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize(Access.MINUTES)
    @Operation(
            summary =
                    "Load what happened before the case was entered here; a dry run answers its report, loading with errors is refused with the same list")
    Loaded load(
            @PathVariable UUID caseId,
            @RequestPart MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var report =
                dryRun
                        ? loading.tryOut(caseId, file.getBytes())
                        : loading.load(caseId, file.getBytes());
        var errors = messages.errors(report);
        if (!dryRun && !report.clean()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "old-file-rejected", errors.size())
                    .with("errors", errors);
        }
        return new Loaded(
                dryRun,
                report.rows(),
                report.created(),
                report.unchanged(),
                messages.steps(report),
                errors);
    }

    record Loaded(
            boolean dryRun,
            int rows,
            int created,
            int unchanged,
            List<OldFileMessages.Line> steps,
            List<OldFileMessages.Wrong> errors) {}
}
