package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stakeholder/v1/rounds")
class RoundController {

    private final Rounds rounds;
    private final RoundPreparation preparation;
    private final RoundOpening opening;
    private final RoundExtension extension;
    private final RoundClosing closing;
    private final Reminding reminding;
    private final Acknowledgement acknowledgement;

    RoundController(
            Rounds rounds,
            RoundPreparation preparation,
            RoundOpening opening,
            RoundExtension extension,
            RoundClosing closing,
            Reminding reminding,
            Acknowledgement acknowledgement) {
        this.rounds = rounds;
        this.preparation = preparation;
        this.opening = opening;
        this.extension = extension;
        this.closing = closing;
        this.reminding = reminding;
        this.acknowledgement = acknowledgement;
    }

    @GetMapping
    @PreAuthorize(Access.ROUND_READS)
    List<RoundView> list() {
        return rounds.list(Callers.require());
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.ROUND_READS)
    RoundView show(@PathVariable UUID id) {
        return rounds.require(Callers.require(), id);
    }

    @GetMapping("/{id}/tally")
    @PreAuthorize(Access.DISTRICT_READS)
    TallyView tally(@PathVariable UUID id) {
        return rounds.tally(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    RoundView prepare(@Valid @RequestBody PrepareRequest request) {
        return show(preparation.prepare(request.command()).id());
    }

    @PostMapping("/{id}/opening")
    @PreAuthorize(Access.DISTRICT_RUNS)
    RoundView open(@PathVariable UUID id, @Valid @RequestBody OpenRequest request) {
        opening.open(
                id,
                request.version(),
                request.sentOn(),
                request.addressees(),
                request.withoutConception());
        return show(id);
    }

    @PostMapping("/{id}/extension")
    @PreAuthorize(Access.DISTRICT_RUNS)
    RoundView extend(@PathVariable UUID id, @Valid @RequestBody ExtendRequest request) {
        extension.extend(id, request.version(), request.dueOn(), request.reason().strip());
        return show(id);
    }

    @PostMapping("/{id}/closing")
    @PreAuthorize(Access.DISTRICT_RUNS)
    RoundView close(@PathVariable UUID id, @Valid @RequestBody CloseRequest request) {
        closing.close(id, request.version());
        return show(id);
    }

    @PostMapping("/{id}/cancellation")
    @PreAuthorize(Access.DISTRICT_EDITS)
    RoundView cancel(@PathVariable UUID id, @Valid @RequestBody CancelRequest request) {
        preparation.cancel(id, request.version(), request.reason().strip());
        return show(id);
    }

    @PostMapping("/{id}/reminders")
    @PreAuthorize(Access.DISTRICT_EDITS)
    Reminded remind(@PathVariable UUID id, @Valid @RequestBody RemindRequest request) {
        return new Reminded(reminding.remind(id, request.ags()));
    }

    @PostMapping("/{id}/receipt-confirmation")
    @PreAuthorize(Access.TOWN)
    RoundView confirmReceipt(@PathVariable UUID id) {
        acknowledgement.confirmReceipt(id, Callers.require().ags());
        return show(id);
    }

    @PostMapping("/{id}/extension-request")
    @PreAuthorize(Access.TOWN)
    RoundView requestExtension(@PathVariable UUID id, @Valid @RequestBody MoreTimeRequest request) {
        acknowledgement.requestExtension(
                id, Callers.require().ags(), request.until(), request.reason().strip());
        return show(id);
    }

    record PrepareRequest(
            @NotNull UUID caseId,
            @NotBlank @Size(max = 200) String title,
            @NotNull RoundKind kind,
            @Nullable AgreementMode agreementMode,
            @Nullable SilenceMeans silenceMeans,
            @NotNull LocalDate dueOn,
            @Nullable @Size(max = 5) List<@Min(1) @Max(60) Integer> reminderDaysBefore) {

        RoundPreparation.PrepareRound command() {
            return new RoundPreparation.PrepareRound(
                    caseId,
                    title,
                    kind,
                    agreementMode == null ? AgreementMode.OPINION : agreementMode,
                    silenceMeans == null ? SilenceMeans.NO_REPLY : silenceMeans,
                    dueOn,
                    reminderDaysBefore == null ? List.of(7, 2) : reminderDaysBefore);
        }
    }

    record OpenRequest(
            @NotNull Long version,
            @Nullable LocalDate sentOn,
            @Nullable List<String> addressees,
            @Nullable Boolean withoutConception) {}

    record ExtendRequest(
            @NotNull Long version,
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 1000) String reason) {}

    record CloseRequest(@NotNull Long version) {}

    record CancelRequest(@NotNull Long version, @NotBlank @Size(max = 1000) String reason) {}

    record RemindRequest(@NotEmpty List<String> ags) {}

    record Reminded(List<String> ags) {}

    record MoreTimeRequest(@NotNull LocalDate until, @NotBlank @Size(max = 1000) String reason) {}
}
