package de.foerderkreis.application.conception;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** The conception of a case by API. */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/conception")
class ConceptionController {

    private static final MediaType DOCX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final ConceptionShelf shelf;
    private final ConceptionEditing editing;
    private final ConceptionRelease release;
    private final ConceptionDifference differences;
    private final ConceptionPrints prints;

    ConceptionController(
            ConceptionShelf shelf,
            ConceptionEditing editing,
            ConceptionRelease release,
            ConceptionDifference differences,
            ConceptionPrints prints) {
        this.shelf = shelf;
        this.editing = editing;
        this.release = release;
        this.differences = differences;
        this.prints = prints;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    @Operation(summary = "The draft: sections as typed and as they read now, and what is missing")
    ConceptionDraft draft(@PathVariable UUID caseId) {
        return shelf.draft(caseId);
    }

    @PutMapping("/sections/{code}")
    @PreAuthorize(Access.LEAD_UNIT)
    @Operation(
            summary =
                    "Replace a section's text; version is the section's, a stale one is refused with the present text")
    ConceptionDraft write(
            @PathVariable UUID caseId,
            @PathVariable String code,
            @Valid @RequestBody WriteSection request) {
        editing.write(caseId, code, request.version(), request.text());
        return shelf.draft(caseId);
    }

    @PostMapping("/release")
    @PreAuthorize(Access.LANDRAT)
    @Operation(
            summary =
                    "Freeze the draft as the next version; refused to whoever wrote on it, and when the draft has changed since")
    VersionView release(@PathVariable UUID caseId, @Valid @RequestBody ReleaseDraft request) {
        var no = release.release(caseId, request.version());
        return VersionView.of(shelf.version(caseId, no));
    }

    @PostMapping("/revision")
    @PreAuthorize(Access.LEAD_UNIT)
    @Operation(summary = "Begin the next version from the frozen one")
    ConceptionDraft revise(@PathVariable UUID caseId) {
        editing.revise(caseId);
        return shelf.draft(caseId);
    }

    @GetMapping("/versions")
    @PreAuthorize(Access.CASE_READERS)
    @Operation(summary = "Released versions; a town sees those it was asked to judge")
    List<VersionView> versions(@PathVariable UUID caseId) {
        return shelf.versions(caseId).stream().map(VersionView::of).toList();
    }

    @GetMapping("/versions/{no}")
    @PreAuthorize(Access.CASE_READERS)
    ReleasedConception version(@PathVariable UUID caseId, @PathVariable int no) {
        return shelf.version(caseId, no);
    }

    @PostMapping("/versions/{no}/adoption")
    @PreAuthorize(Access.MINUTES)
    @Operation(summary = "Link the resolution by which the Kreistag adopted the version")
    VersionView adopt(
            @PathVariable UUID caseId,
            @PathVariable int no,
            @Valid @RequestBody AdoptVersion request) {
        release.adopt(caseId, no, request.resolutionId());
        return VersionView.of(shelf.version(caseId, no));
    }

    @GetMapping("/versions/{no}/difference/{other}")
    @PreAuthorize(Access.DISTRICT)
    @Operation(summary = "What the other version says differently, word by word")
    List<ConceptionDifference.Section> difference(
            @PathVariable UUID caseId, @PathVariable int no, @PathVariable int other) {
        return differences.between(caseId, no, other);
    }

    @GetMapping("/versions/{no}/document.{type}")
    @PreAuthorize(Access.CASE_READERS)
    @Operation(summary = "The version as pdf (PDF/UA-1, PDF/A-3a) or docx")
    ResponseEntity<byte[]> document(
            @PathVariable UUID caseId, @PathVariable int no, @PathVariable String type) {
        var version = shelf.version(caseId, no);
        return switch (type) {
            case "pdf" -> file(version, "pdf", MediaType.APPLICATION_PDF, prints.pdf(version));
            case "docx" -> file(version, "docx", DOCX, prints.docx(version));
            default -> throw Problem.notFound("document");
        };
    }

    private static ResponseEntity<byte[]> file(
            ReleasedConception it, String type, MediaType mediaType, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("konzeption-fassung-%d.%s".formatted(it.no(), type))
                                .build()
                                .toString())
                .body(bytes);
    }

    record WriteSection(@PositiveOrZero long version, @NotNull String text) {}

    record ReleaseDraft(@PositiveOrZero long version) {}

    record AdoptVersion(@NotNull UUID resolutionId) {}

    /** A version in a list. */
    record VersionView(
            int no,
            ReleasedConception.Status status,
            java.time.LocalDate releasedOn,
            String sha256,
            List<String> missing) {

        static VersionView of(ReleasedConception it) {
            return new VersionView(
                    it.no(),
                    it.status(),
                    it.content().releasedOn(),
                    it.sha256(),
                    it.content().missing());
        }
    }
}
