package de.foerderkreis.stakeholder.attachment;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A town's files beside its draft, and originals by their hash. */
@RestController
@RequestMapping("/api/stakeholder/v1")
class FileController {

    private final Attachments attachments;
    private final Filing filing;
    private final Download download;

    FileController(Attachments attachments, Filing filing, Download download) {
        this.attachments = attachments;
        this.filing = filing;
        this.download = download;
    }

    @GetMapping("/rounds/{roundId}/statement/files")
    @PreAuthorize(Access.TOWN)
    List<Attachment> list(@PathVariable UUID roundId) {
        return attachments.ofDraft(roundId, Callers.require().ags());
    }

    @PostMapping("/rounds/{roundId}/statement/files")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.TOWN)
    Attachment add(
            @PathVariable UUID roundId,
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "signedLetter", defaultValue = "false") boolean signedLetter)
            throws IOException {
        return filing.add(
                roundId,
                Callers.require().ags(),
                file.getBytes(),
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                signedLetter);
    }

    @DeleteMapping("/rounds/{roundId}/statement/files/{fileId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize(Access.TOWN)
    void remove(@PathVariable UUID roundId, @PathVariable UUID fileId) {
        filing.remove(roundId, Callers.require().ags(), fileId);
    }

    @GetMapping("/documents/{sha256}")
    @PreAuthorize(Access.DISTRICT_READS)
    ResponseEntity<byte[]> original(@PathVariable String sha256) {
        return download.original(sha256);
    }
}
