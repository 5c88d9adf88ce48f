package de.foerderkreis.application.requirement;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.requirement.RequirementChecklist.Item;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The checklist of a case by API. */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/requirements")
class RequirementController {

    private final RequirementBook book;

    RequirementController(RequirementBook book) {
        this.book = book;
    }

    @GetMapping
    @PreAuthorize(Access.CASE_READERS)
    List<Item> list(@PathVariable UUID caseId) {
        return book.of(caseId);
    }

    @PutMapping("/{code}")
    @PreAuthorize(Access.LEAD_UNIT)
    @Operation(
            summary =
                    "Decide how a requirement stands: FULFILLED, PROMISED, WAIVED, or IN_PROGRESS to take it back")
    Item decide(
            @PathVariable UUID caseId,
            @PathVariable String code,
            @Valid @RequestBody DecideRequirement request) {
        return book.decide(
                caseId,
                code,
                request.version(),
                request.status(),
                request.dueOn(),
                request.reason());
    }

    @PostMapping("/{code}/evidence")
    @PreAuthorize(Access.LEAD_UNIT)
    @ResponseStatus(HttpStatus.CREATED)
    Item record(
            @PathVariable UUID caseId,
            @PathVariable String code,
            @Valid @RequestBody RecordEvidence request) {
        return book.record(
                caseId,
                code,
                request.kind(),
                request.category(),
                request.description(),
                request.documentSha256(),
                request.datedOn());
    }

    @PutMapping("/{code}/checks/{check}")
    @PreAuthorize(Access.LEAD_UNIT)
    @Operation(
            summary =
                    "Answer one of the requirement's questions with a reason; without one the evidence answers again")
    Item override(
            @PathVariable UUID caseId,
            @PathVariable String code,
            @PathVariable String check,
            @Valid @RequestBody OverrideCheck request) {
        return book.override(caseId, code, check, request.version(), request.reason());
    }

    record DecideRequirement(
            @PositiveOrZero long version,
            @NotNull @Schema(example = "PROMISED") RequirementStatus status,
            @Nullable @Schema(example = "2015-12-31") LocalDate dueOn,
            @Nullable @Size(max = 2000) String reason) {}

    record RecordEvidence(
            @NotBlank @Schema(example = "FACILITY_PLAN") String kind,
            @Nullable String category,
            @NotBlank @Size(max = 500) String description,
            @Nullable String documentSha256,
            @Nullable @Schema(example = "2012-05-10") LocalDate datedOn) {}

    record OverrideCheck(@PositiveOrZero long version, @Nullable @Size(max = 1000) String reason) {}
}
