package de.foerderkreis.application.submission;

import de.foerderkreis.application.access.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Applications of a case by API; every step is a sub-resource, so that right and trail match it one
 * to one.
 */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/applications")
class ApplicationController {

    private final ApplicationViews views;
    private final Drafting drafting;
    private final SubmissionDesk submission;
    private final Correspondence correspondence;

    ApplicationController(
            ApplicationViews views,
            Drafting drafting,
            SubmissionDesk submission,
            Correspondence correspondence) {
        this.views = views;
        this.drafting = drafting;
        this.submission = submission;
        this.correspondence = correspondence;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    List<ApplicationView> list(@PathVariable UUID caseId) {
        return views.of(caseId);
    }

    @PostMapping
    @PreAuthorize(Access.CLERK)
    @Operation(summary = "Draft an application; stage 2 is refused until stage 1 is approved")
    ResponseEntity<ApplicationView> draft(
            @PathVariable UUID caseId, @Valid @RequestBody DraftApplication request) {
        var id = drafting.draft(caseId, request.stage());
        return ResponseEntity.created(
                        URI.create("/api/application/v1/cases/" + caseId + "/applications/" + id))
                .body(views.one(caseId, id));
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.DISTRICT)
    ApplicationView show(@PathVariable UUID caseId, @PathVariable UUID id) {
        return views.one(caseId, id);
    }

    @PutMapping("/{id}")
    @PreAuthorize(Access.CLERK)
    ApplicationView write(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody WriteApplication request) {
        drafting.write(caseId, id, request.version(), request.coverNote());
        return views.one(caseId, id);
    }

    @GetMapping("/{id}/checks")
    @PreAuthorize(Access.DISTRICT)
    @Operation(summary = "What stands in the way of submitting today, with what to do")
    List<ApplicationView.Check> checks(@PathVariable UUID caseId, @PathVariable UUID id) {
        return views.checks(caseId, id);
    }

    @PostMapping("/{id}/review")
    @PreAuthorize(Access.CLERK)
    ApplicationView review(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Step request) {
        drafting.submitForReview(caseId, id, request.version());
        return views.one(caseId, id);
    }

    @PostMapping("/{id}/approval")
    @PreAuthorize(Access.HEAD)
    @Operation(summary = "Release the draft; refused to whoever wrote it or handed it over")
    ApplicationView approve(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Step request) {
        drafting.approve(caseId, id, request.version(), request.reason());
        return views.one(caseId, id);
    }

    @PostMapping("/{id}/return")
    @PreAuthorize(Access.HEAD)
    ApplicationView sendBack(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Step request) {
        drafting.sendBack(caseId, id, request.version(), request.reason());
        return views.one(caseId, id);
    }

    @PostMapping("/{id}/submission")
    @PreAuthorize(Access.SIGNATORY)
    @Operation(summary = "Hand it in: all findings at once, or a frozen snapshot")
    ApplicationView submit(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody SubmitApplication request) {
        submission.submit(caseId, id, request.version(), request.submittedOn());
        return views.one(caseId, id);
    }

    @PostMapping("/{id}/withdrawal")
    @PreAuthorize(Access.WITHDRAWER)
    ApplicationView withdraw(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Step request) {
        correspondence.withdraw(caseId, id, request.version(), request.reason());
        return views.one(caseId, id);
    }

    @PostMapping("/{id}/acknowledgement")
    @PreAuthorize(Access.LEAD_UNIT)
    ApplicationView acknowledge(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Acknowledge request) {
        correspondence.acknowledge(
                caseId, id, request.version(), request.reference(), request.acknowledgedOn());
        return views.one(caseId, id);
    }

    @PostMapping("/{id}/query")
    @PreAuthorize(Access.LEAD_UNIT)
    ApplicationView query(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Query request) {
        correspondence.requestInfo(
                caseId,
                id,
                request.version(),
                request.question(),
                request.receivedOn(),
                request.dueOn());
        return views.one(caseId, id);
    }

    @PostMapping("/{id}/answer")
    @PreAuthorize(Access.LEAD_UNIT)
    ApplicationView answer(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Answer request) {
        correspondence.answer(
                caseId, id, request.version(), request.answer(), request.answeredOn());
        return views.one(caseId, id);
    }

    @PostMapping("/{id}/decision")
    @PreAuthorize(Access.LEAD_UNIT)
    @Operation(summary = "Record the authority's decision as it arrived by post")
    ApplicationView decide(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Decide request) {
        var conditions = request.conditions();
        correspondence.decide(
                caseId,
                id,
                request.version(),
                request.outcome(),
                request.decidedOn(),
                conditions == null
                        ? List.of()
                        : conditions.stream().map(DecideCondition::toCondition).toList(),
                request.reason());
        return views.one(caseId, id);
    }

    /** The bytes that were hashed, so that anybody can check them. */
    @GetMapping("/{id}/snapshot")
    @PreAuthorize(Access.DISTRICT)
    ResponseEntity<byte[]> snapshot(@PathVariable UUID caseId, @PathVariable UUID id) {
        var snapshot = views.snapshot(caseId, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"" + snapshot.sha256() + "\"")
                .header(
                        "Repr-Digest",
                        "sha-256=:%s:"
                                .formatted(
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        HexFormat.of()
                                                                .parseHex(snapshot.sha256()))))
                .body(snapshot.content().getBytes(StandardCharsets.UTF_8));
    }

    record DraftApplication(@NotNull @Schema(example = "1") Integer stage) {}

    record WriteApplication(
            @PositiveOrZero long version, @NotNull @Size(max = 8000) String coverNote) {}

    record Step(@PositiveOrZero long version, @Nullable @Size(max = 2000) String reason) {}

    record SubmitApplication(@PositiveOrZero long version, @Nullable LocalDate submittedOn) {}

    record Acknowledge(
            @PositiveOrZero long version,
            @Nullable @Size(max = 100) String reference,
            @Nullable LocalDate acknowledgedOn) {}

    record Query(
            @PositiveOrZero long version,
            @NotBlank @Size(max = 4000) String question,
            @Nullable LocalDate receivedOn,
            @NotNull LocalDate dueOn) {}

    record Answer(
            @PositiveOrZero long version,
            @NotBlank @Size(max = 4000) String answer,
            @Nullable LocalDate answeredOn) {}

    record Decide(
            @PositiveOrZero long version,
            @NotNull @Schema(example = "APPROVED_WITH_CONDITIONS") ApplicationStatus outcome,
            @NotNull @Schema(example = "2014-05-26") LocalDate decidedOn,
            @Nullable List<@Valid DecideCondition> conditions,
            @Nullable @Size(max = 2000) String reason) {}

    record DecideCondition(
            @NotBlank @Size(max = 2000) String text,
            @Nullable LocalDate dueOn,
            @Nullable String requirement) {

        Condition toCondition() {
            return new Condition(text.strip(), dueOn, requirement);
        }
    }
}
