package de.foerderkreis.application.council;

import de.foerderkreis.application.access.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Resolutions of a case by API. */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/resolutions")
class ResolutionController {

    private final ResolutionRegister register;

    ResolutionController(ResolutionRegister register) {
        this.register = register;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    List<Resolution> list(@PathVariable UUID caseId) {
        return register.of(caseId);
    }

    @PostMapping
    @PreAuthorize(Access.MINUTES)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record a resolution; an adopted one needs the extract of the minutes")
    Resolution record(@PathVariable UUID caseId, @Valid @RequestBody RecordResolution request) {
        return register.record(
                caseId,
                request.body(),
                request.decidedOn(),
                request.outcome(),
                request.subject(),
                request.documentSha256(),
                request.resolves());
    }

    record RecordResolution(
            @NotNull @Schema(example = "KREISTAG") Body body,
            @NotNull @Schema(example = "2014-03-20") LocalDate decidedOn,
            @NotNull @Schema(example = "ADOPTED_MAJORITY") Outcome outcome,
            @NotBlank @Size(max = 500) String subject,
            @Nullable String documentSha256,
            @Nullable @Schema(example = "APPLICATION") Resolves resolves) {}
}
