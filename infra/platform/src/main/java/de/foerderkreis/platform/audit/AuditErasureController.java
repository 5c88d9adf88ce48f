package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The district's administrator erases what a person may have erased. */
@RestController
@RequestMapping("/api/${foerderkreis.service}/v1/audit/personal-values")
class AuditErasureController {

    private final AuditErasure erasure;

    AuditErasureController(AuditErasure erasure) {
        this.erasure = erasure;
    }

    @PreAuthorize("hasRole('ADMIN')")
    @PostMapping("/erasure")
    AuditErasure.Erased erase(@RequestBody AuditErasure.Order order) {
        var reason = order.reason();
        if (isBlank(reason)) {
            throw Problem.invalid("reason", "audit-erasure-reason");
        }
        var value = order.value();
        var hash = order.hash();
        if (isBlank(value) == isBlank(hash)) {
            throw Problem.invalid("value", "audit-erasure-one");
        }
        return isBlank(value)
                ? erasure.byHash(String.valueOf(hash).strip(), String.valueOf(reason).strip())
                : erasure.byValue(String.valueOf(value).strip(), String.valueOf(reason).strip());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
