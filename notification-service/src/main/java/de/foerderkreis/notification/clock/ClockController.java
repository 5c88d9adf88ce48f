package de.foerderkreis.notification.clock;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demo clock for scripts. Exists in profile demo only. */
@RestController
@RequestMapping("/api/notification/v1/demo/clock")
@Profile("demo")
class ClockController {

    private final ClockControl control;

    ClockController(ClockControl control) {
        this.control = control;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping
    ClockControl.Standing standing() {
        return control.standing();
    }

    @PreAuthorize(
            "hasAnyRole('CLERK', 'HEAD', 'TREASURER', 'LANDRAT', 'COUNCIL_SECRETARY', 'AUDITOR', 'ADMIN')")
    @PostMapping
    ClockControl.Moved move(@Valid @RequestBody Move move) {
        return control.to(move.now());
    }

    /**
     * @param now business instant to go to, not before the present one
     */
    record Move(@NotNull Instant now) {}
}
