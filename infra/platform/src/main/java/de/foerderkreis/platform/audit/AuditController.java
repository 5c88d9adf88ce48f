package de.foerderkreis.platform.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail for the auditor. */
@RestController
@RequestMapping("/api/${foerderkreis.service}/v1/audit")
class AuditController {

    private final AuditQuery trail;

    AuditController(AuditQuery trail) {
        this.trail = trail;
    }

    @PreAuthorize("hasRole('AUDITOR')")
    @GetMapping
    List<AuditEntry> list(
            @RequestParam(required = false) @Nullable String objectType,
            @RequestParam(required = false) @Nullable String objectId,
            @RequestParam(required = false) @Nullable Long before) {
        return trail.list(AuditFilter.ofObject(objectType, objectId, before), 200);
    }

    @PreAuthorize("hasRole('AUDITOR')")
    @GetMapping("/verification")
    AuditVerifier.Report verification() {
        return trail.verify();
    }

    @PreAuthorize("hasRole('AUDITOR')")
    @GetMapping("/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"");
        trail.export(response.getWriter());
    }
}
