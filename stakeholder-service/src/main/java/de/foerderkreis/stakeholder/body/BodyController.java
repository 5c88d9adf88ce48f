package de.foerderkreis.stakeholder.body;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stakeholder/v1/bodies")
class BodyController {

    private final Bodies bodies;
    private final BodyDesk desk;
    private final Mandates mandates;

    BodyController(Bodies bodies, BodyDesk desk, Mandates mandates) {
        this.bodies = bodies;
        this.desk = desk;
        this.mandates = mandates;
    }

    @GetMapping
    @PreAuthorize(Access.BODY_READS)
    List<BodyView> list() {
        return bodies.views(Callers.require());
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.BODY_READS)
    BodyView show(@PathVariable UUID id) {
        return bodies.view(Callers.require(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    BodyView create(@Valid @RequestBody BodyRequest request) {
        var body =
                desk.create(
                        request.code(),
                        request.name(),
                        request.kind(),
                        request.leadUnit() == null ? "" : request.leadUnit());
        return show(body.id());
    }

    @PutMapping("/{id}")
    @PreAuthorize(Access.DISTRICT_EDITS)
    BodyView edit(@PathVariable UUID id, @Valid @RequestBody EditRequest request) {
        desk.edit(
                id,
                request.version(),
                request.name(),
                request.leadUnit() == null ? "" : request.leadUnit());
        return show(id);
    }

    @PostMapping("/{id}/members")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    BodyView seat(@PathVariable UUID id, @Valid @RequestBody MemberRequest request) {
        desk.seat(
                id,
                new Seating.Wish(
                        request.organisation(),
                        request.organisationName(),
                        request.function(),
                        request.validFrom(),
                        request.validTo()));
        return show(id);
    }

    @PostMapping("/{id}/members/municipalities")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    BodyView seatAll(@PathVariable UUID id, @Valid @RequestBody AllMunicipalitiesRequest request) {
        desk.seatAllMunicipalities(id, request.function(), request.validFrom());
        return show(id);
    }

    @PostMapping("/{id}/members/{memberId}/end")
    @PreAuthorize(Access.DISTRICT_EDITS)
    BodyView end(
            @PathVariable UUID id,
            @PathVariable UUID memberId,
            @Valid @RequestBody EndRequest request) {
        desk.end(id, memberId, request.validTo(), request.reason());
        return show(id);
    }

    @PostMapping("/{id}/mandates")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    BodyView give(@PathVariable UUID id, @Valid @RequestBody MandateRequest request) {
        mandates.give(
                id,
                request.caseId(),
                request.phase(),
                request.text(),
                request.grantedOn(),
                request.awaits());
        return show(id);
    }

    record BodyRequest(
            @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,29}") String code,
            @NotBlank @Size(max = 200) String name,
            @NotNull BodyKind kind,
            @Nullable @Size(max = 200) String leadUnit) {}

    record EditRequest(
            @NotNull Long version,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 200) String leadUnit) {}

    record MemberRequest(
            @NotBlank @Size(max = 80) String organisation,
            @Nullable @Size(max = 200) String organisationName,
            @NotBlank @Size(max = 200) String function,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record AllMunicipalitiesRequest(
            @NotBlank @Size(max = 200) String function, @NotNull LocalDate validFrom) {}

    record EndRequest(@NotNull LocalDate validTo, @Nullable @Size(max = 1000) String reason) {}

    record MandateRequest(
            @NotNull UUID caseId,
            @Min(1) @Max(9) int phase,
            @NotBlank @Size(max = 2000) String text,
            @NotNull LocalDate grantedOn,
            Mandate.@Nullable Council awaits) {}
}
