package de.foerderkreis.application.dossier;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.document.PdfPrinter;
import de.foerderkreis.platform.clock.BusinessClock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Opens a generated or written annex (F77, F78, F80 to F82) without making a dossier of it. */
@Controller
class AnnexPreviews {

    private final DossierGathering gathering;
    private final PdfPrinter printer;
    private final BusinessClock clock;

    AnnexPreviews(DossierGathering gathering, PdfPrinter printer, BusinessClock clock) {
        this.gathering = gathering;
        this.printer = printer;
        this.clock = clock;
    }

    @GetMapping("/vorhaben/{id}/unterlagen/{no}/ansicht")
    @PreAuthorize(Access.DISTRICT)
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable int no) {
        var preview = gathering.preview(id, no, clock.now());
        var pdf =
                printer.print(
                        "application/print/annex",
                        Map.of("it", preview),
                        "",
                        preview.at(),
                        List.of());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("anhang-%d-vorschau.pdf".formatted(no))
                                .build()
                                .toString())
                .body(pdf);
    }
}
