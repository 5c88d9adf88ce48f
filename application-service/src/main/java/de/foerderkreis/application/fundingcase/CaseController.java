package de.foerderkreis.application.fundingcase;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.platform.documents.StoredDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Cases and their documents by API. */
@RestController
@RequestMapping("/api/application/v1/cases")
class CaseController {

    private final CaseRegister register;
    private final DocumentShelf documents;

    CaseController(CaseRegister register, DocumentShelf documents) {
        this.register = register;
        this.documents = documents;
    }

    @PostMapping
    @PreAuthorize(Access.CLERK)
    @Operation(
            summary = "Open a case; its requirements and annexes are laid out from the programme")
    ResponseEntity<FundingCase> open(@Valid @RequestBody OpenCase request) {
        var opened =
                register.open(
                        request.title(),
                        request.programmeCode(),
                        request.fileReference(),
                        request.openedOn());
        return ResponseEntity.created(URI.create("/api/application/v1/cases/" + opened.id()))
                .body(opened);
    }

    @GetMapping
    @PreAuthorize(Access.CASE_READERS)
    @Operation(summary = "Cases the caller may read, the latest opened first, at most 200")
    List<FundingCase> list() {
        return register.readable();
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.CASE_READERS)
    FundingCase show(@PathVariable UUID id) {
        return register.require(id);
    }

    @PutMapping("/{id}")
    @PreAuthorize(Access.CLERK)
    FundingCase edit(@PathVariable UUID id, @Valid @RequestBody EditCase request) {
        return register.edit(id, request.version(), request.title(), request.fileReference());
    }

    @PostMapping(path = "/{id}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize(Access.MINUTES)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Store a document of the case; its type is read from its content")
    StoredDocument add(@PathVariable UUID id, @RequestPart MultipartFile file) throws IOException {
        return documents.add(
                id, file.getBytes(), Objects.requireNonNullElse(file.getOriginalFilename(), ""));
    }

    @GetMapping("/{id}/documents")
    @PreAuthorize(Access.DISTRICT)
    List<StoredDocument> documents(@PathVariable UUID id) {
        return documents.of(id);
    }

    @GetMapping("/{id}/documents/{sha256}")
    @PreAuthorize(Access.DISTRICT)
    ResponseEntity<byte[]> document(@PathVariable UUID id, @PathVariable String sha256) {
        var content = documents.read(id, sha256);
        // Always a download: a stored file never runs in the portal's origin.
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.document().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.document().filename(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.bytes());
    }

    record OpenCase(
            @NotBlank @Size(max = 200) @Schema(example = "KI Rhein-Sieg-Kreis") String title,
            @NotBlank @Schema(example = "KI-2012") String programmeCode,
            @NotBlank @Size(max = 60) @Schema(example = "50.2-KI-2012") String fileReference,
            @NotNull @Schema(example = "2012-10-02") LocalDate openedOn) {}

    record EditCase(
            @PositiveOrZero long version,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 60) String fileReference) {}
}
