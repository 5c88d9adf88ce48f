package de.foerderkreis.stakeholder.burden;

import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stakeholder/v1/rounds/{roundId}/burden-checks")
class BurdenCheckController {

    private final BurdenChecks checks;

    BurdenCheckController(BurdenChecks checks) {
        this.checks = checks;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT_READS)
    List<BurdenCheck> list(@PathVariable UUID roundId) {
        return checks.ofRound(roundId);
    }

    @PostMapping("/{ags}/decision")
    @PreAuthorize(Access.BURDEN_DECIDES)
    BurdenCheck decide(
            @PathVariable UUID roundId,
            @PathVariable String ags,
            @Valid @RequestBody DecisionRequest request) {
        return checks.decide(roundId, ags, request.version(), request.outcome(), request.reason());
    }

    record DecisionRequest(
            @NotNull Long version,
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 2000) String reason) {}
}
