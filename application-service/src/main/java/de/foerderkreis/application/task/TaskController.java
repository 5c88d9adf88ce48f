package de.foerderkreis.application.task;

import de.foerderkreis.application.access.Access;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks of a case by API. */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/tasks")
class TaskController {

    private final TaskBook book;

    TaskController(TaskBook book) {
        this.book = book;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    List<CaseTask> list(@PathVariable UUID caseId) {
        return book.of(caseId);
    }

    @PostMapping
    @PreAuthorize(Access.LEAD_UNIT)
    @ResponseStatus(HttpStatus.CREATED)
    CaseTask add(@PathVariable UUID caseId, @Valid @RequestBody AddTask request) {
        return book.add(caseId, request.title(), request.role(), request.dueOn());
    }

    @PostMapping("/{taskId}/completion")
    @PreAuthorize(Access.LEAD_UNIT)
    CaseTask complete(
            @PathVariable UUID caseId,
            @PathVariable UUID taskId,
            @Valid @RequestBody CloseTask request) {
        return book.close(
                caseId, taskId, request.version(), CaseTask.Status.DONE, request.reason());
    }

    @PostMapping("/{taskId}/dropping")
    @PreAuthorize(Access.LEAD_UNIT)
    CaseTask drop(
            @PathVariable UUID caseId,
            @PathVariable UUID taskId,
            @Valid @RequestBody CloseTask request) {
        return book.close(
                caseId, taskId, request.version(), CaseTask.Status.DROPPED, request.reason());
    }

    record AddTask(
            @NotBlank @Size(max = 300) String title,
            @NotBlank @Schema(example = "clerk") String role,
            @Nullable LocalDate dueOn) {}

    record CloseTask(@PositiveOrZero long version, @Nullable @Size(max = 500) String reason) {}
}
