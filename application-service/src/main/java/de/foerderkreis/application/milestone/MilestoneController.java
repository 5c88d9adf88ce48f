package de.foerderkreis.application.milestone;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.milestone.Timetable.Step;
import de.foerderkreis.application.programme.Timespan;
import de.foerderkreis.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The timetable of a case by API. */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/milestones")
class MilestoneController {

    private final MilestoneBook book;

    MilestoneController(MilestoneBook book) {
        this.book = book;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    List<Step> list(@PathVariable UUID caseId) {
        return book.of(caseId);
    }

    @PutMapping("/{code}")
    @PreAuthorize(Access.LEAD_UNIT)
    @Operation(summary = "Move the plan, with a reason, or say what is expected today")
    Step replan(
            @PathVariable UUID caseId,
            @PathVariable String code,
            @Valid @RequestBody ReplanMilestone request) {
        var forecast = request.forecast();
        return book.replan(
                caseId,
                code,
                request.version(),
                span("planned", request.planned()),
                forecast == null ? null : span("forecast", forecast),
                request.reason());
    }

    @PostMapping("/{code}/completion")
    @PreAuthorize(Access.LEAD_UNIT)
    Step complete(
            @PathVariable UUID caseId,
            @PathVariable String code,
            @Valid @RequestBody CompleteMilestone request) {
        return book.complete(caseId, code, request.version(), span("actual", request.actual()));
    }

    @PostMapping("/{code}/dropping")
    @PreAuthorize(Access.LEAD_UNIT)
    Step drop(
            @PathVariable UUID caseId,
            @PathVariable String code,
            @Valid @RequestBody DropMilestone request) {
        return book.drop(caseId, code, request.version(), request.reason());
    }

    /** A time as a client writes it, or a problem that says how to write it. */
    static Timespan span(String field, String text) {
        try {
            return Timespan.parse(text.strip());
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid(field, "timespan-unreadable");
        }
    }

    record ReplanMilestone(
            @PositiveOrZero long version,
            @NotBlank @Schema(example = "2014-05..2014-06") String planned,
            @Nullable @Schema(example = "2014-Q3") String forecast,
            @Nullable @Size(max = 500) String reason) {}

    record CompleteMilestone(
            @PositiveOrZero long version,
            @NotBlank @Schema(example = "2014-04-15") String actual) {}

    record DropMilestone(@PositiveOrZero long version, @Nullable @Size(max = 500) String reason) {}
}
