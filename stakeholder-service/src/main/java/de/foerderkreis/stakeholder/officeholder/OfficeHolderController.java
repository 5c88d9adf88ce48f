package de.foerderkreis.stakeholder.officeholder;

import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stakeholder/v1/office-holders")
class OfficeHolderController {

    private final OfficeHolders holders;
    private final Appointment appointment;

    OfficeHolderController(OfficeHolders holders, Appointment appointment) {
        this.holders = holders;
        this.appointment = appointment;
    }

    @GetMapping
    @PreAuthorize(Access.CONTACTS)
    List<HolderView> list(@RequestParam(required = false) @Nullable String organisation) {
        return holders.list(organisation).stream().map(HolderView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.MASTER_DATA)
    HolderView appoint(@Valid @RequestBody AppointmentRequest request) {
        return HolderView.of(appointment.appoint(request.tenure()));
    }

    @PutMapping("/{id}")
    @PreAuthorize(Access.MASTER_DATA)
    HolderView correct(@PathVariable UUID id, @Valid @RequestBody CorrectionRequest request) {
        return HolderView.of(appointment.correct(id, request.version(), request::applyTo));
    }

    record AppointmentRequest(
            @NotBlank @Pattern(regexp = "[0-9]{5}|[0-9]{8}") String organisation,
            @NotNull Office function,
            @NotNull Salutation salutation,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @Nullable @Pattern(regexp = "de|en") String language,
            @Nullable Boolean hasAccount,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Tenure tenure() {
            return new Tenure(
                    organisation,
                    function,
                    salutation,
                    name.strip(),
                    email.strip(),
                    language == null ? "de" : language,
                    hasAccount == null || hasAccount,
                    validFrom,
                    validTo);
        }
    }

    record CorrectionRequest(
            @NotNull Long version,
            @NotNull Salutation salutation,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @Nullable @Pattern(regexp = "de|en") String language,
            @Nullable Boolean hasAccount,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        /** Organisation and function stay: another office is another appointment. */
        Tenure applyTo(Tenure before) {
            return new Tenure(
                    before.organisation(),
                    before.function(),
                    salutation,
                    name.strip(),
                    email.strip(),
                    language == null ? before.language() : language,
                    hasAccount == null ? before.hasAccount() : hasAccount,
                    validFrom,
                    validTo);
        }
    }

    record HolderView(
            UUID id,
            String organisation,
            Office function,
            Salutation salutation,
            String name,
            String email,
            String language,
            boolean hasAccount,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version) {

        static HolderView of(OfficeHolder holder) {
            var tenure = holder.tenure();
            return new HolderView(
                    holder.id(),
                    tenure.organisation(),
                    tenure.function(),
                    tenure.salutation(),
                    tenure.name(),
                    tenure.email(),
                    tenure.language(),
                    tenure.hasAccount(),
                    tenure.validFrom(),
                    tenure.validTo(),
                    holder.version());
        }
    }
}
