package de.foerderkreis.platform.inbox;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters in the hands of the administrator. */
@RestController
@RequestMapping("/api/${foerderkreis.service}/v1/operations/dead-letters")
class DeadLetterController {

    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @PreAuthorize("hasRole('ADMIN')")
    @GetMapping
    List<DeadLetters.View> list() {
        return deadLetters.list(Tenancy.district());
    }

    @PreAuthorize("hasRole('ADMIN')")
    @PostMapping("/{id}/redrive")
    DeadLetters.Redriven redrive(@PathVariable UUID id) {
        return deadLetters.redrive(id);
    }

    @PreAuthorize("hasRole('ADMIN')")
    @PostMapping("/{id}/skip")
    DeadLetters.Redriven skip(@PathVariable UUID id, @RequestBody Skip request) {
        var reason = request.reason();
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "dead-letter-reason");
        }
        return deadLetters.skip(id, reason.strip());
    }

    record Skip(@Nullable String reason) {}
}
