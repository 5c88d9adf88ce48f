package de.foerderkreis.application.dossier;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dossiers of a case by API. */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/dossiers")
class DossierController {

    private final DossierDesk desk;
    private final DossierRegister register;

    DossierController(DossierDesk desk, DossierRegister register) {
        this.desk = desk;
        this.register = register;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    List<DossierView> list(@PathVariable UUID caseId) {
        return desk.of(caseId);
    }

    @PostMapping
    @PreAuthorize(Access.LEAD_UNIT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "Freeze a dossier and make its files; while nothing has changed the last one is answered again")
    DossierView order(@PathVariable UUID caseId) {
        return show(caseId, desk.order(caseId));
    }

    @GetMapping("/{no}")
    @PreAuthorize(Access.DISTRICT)
    @Operation(
            summary = "How far a dossier is: MAKING, READY or FAILED, with the hashes of its files")
    DossierView show(@PathVariable UUID caseId, @PathVariable int no) {
        return desk.of(caseId).stream()
                .filter(it -> it.no() == no)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("dossier"));
    }

    /** The bytes that were hashed, so that anybody can check them. */
    @GetMapping("/{no}/snapshot")
    @PreAuthorize(Access.DISTRICT)
    ResponseEntity<byte[]> snapshot(@PathVariable UUID caseId, @PathVariable int no) {
        var frozen = register.one(caseId, no).frozen();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"" + frozen.sha256() + "\"")
                .body(frozen.content().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{no}/file.{type}")
    @PreAuthorize(Access.DISTRICT)
    @Operation(summary = "The dossier as pdf (PDF/UA-1, PDF/A-3a) or zip")
    ResponseEntity<byte[]> file(
            @PathVariable UUID caseId, @PathVariable int no, @PathVariable String type) {
        return ResponseEntity.ok()
                .contentType(
                        type.equals("pdf")
                                ? MediaType.APPLICATION_PDF
                                : MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("akte-%d.%s".formatted(no, type))
                                .build()
                                .toString())
                .body(register.file(caseId, no, type));
    }
}
