package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long one town has, and what it will hand in later. */
@RestController
@RequestMapping("/api/stakeholder/v1/rounds/{id}")
class ReplyTimeController {

    private final Rounds rounds;
    private final ExtensionDecision decision;
    private final Acknowledgement acknowledgement;

    ReplyTimeController(
            Rounds rounds, ExtensionDecision decision, Acknowledgement acknowledgement) {
        this.rounds = rounds;
        this.decision = decision;
        this.acknowledgement = acknowledgement;
    }

    @PostMapping("/extension-requests/{ags}/decision")
    @PreAuthorize(Access.DISTRICT_RUNS)
    RoundView decide(
            @PathVariable UUID id,
            @PathVariable String ags,
            @Valid @RequestBody DecisionRequest request) {
        if (request.granted()) {
            decision.grant(id, ags, request.until(), request.reason().strip());
        } else {
            decision.refuse(id, ags, request.reason().strip());
        }
        return rounds.require(Callers.require(), id);
    }

    @PostMapping("/supplement-announcement")
    @PreAuthorize(Access.TOWN)
    RoundView announce(@PathVariable UUID id, @Valid @RequestBody AnnouncementRequest request) {
        acknowledgement.announceSupplement(
                id, Callers.require().ags(), request.until(), request.reason().strip());
        return rounds.require(Callers.require(), id);
    }

    record DecisionRequest(
            @NotNull Boolean granted,
            @Nullable LocalDate until,
            @NotBlank @Size(max = 1000) String reason) {}

    record AnnouncementRequest(
            @NotNull LocalDate until, @NotBlank @Size(max = 1000) String reason) {}
}
