package de.foerderkreis.stakeholder.partner;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.officeholder.Salutation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
@RequestMapping("/api/stakeholder/v1/partners")
class PartnerController {

    private final Partners partners;
    private final PartnerRegistration registration;

    PartnerController(Partners partners, PartnerRegistration registration) {
        this.partners = partners;
        this.registration = registration;
    }

    @GetMapping
    @PreAuthorize(Access.CONTACTS)
    List<PartnerView> list() {
        return partners.all().stream().map(PartnerView::of).toList();
    }

    /** A partner sees itself; another partner is not there for it. */
    @GetMapping("/{alias}")
    @PreAuthorize("hasAnyRole('CLERK','HEAD','COUNCIL_SECRETARY','ADMIN','PARTNER')")
    PartnerView show(@PathVariable String alias) {
        var caller = Callers.require();
        if (caller.kind() == OrganisationKind.PARTNER && !caller.organisation().equals(alias)) {
            throw Problem.notFound("partner");
        }
        return PartnerView.of(partners.require(alias));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.MASTER_DATA)
    PartnerView register(@Valid @RequestBody RegistrationRequest request) {
        return PartnerView.of(registration.register(request.slug(), request.details()));
    }

    @PutMapping("/{alias}")
    @PreAuthorize(Access.MASTER_DATA)
    PartnerView edit(@PathVariable String alias, @Valid @RequestBody EditRequest request) {
        return PartnerView.of(registration.edit(alias, request.version(), request.details()));
    }

    record RegistrationRequest(
            @NotBlank @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String slug,
            @NotBlank @Size(max = 200) String name,
            @NotNull PartnerCategory category,
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String contactName,
            @Nullable Salutation salutation,
            @Nullable @Pattern(regexp = "de|en") String language,
            @Nullable List<String> subscriptions,
            @Nullable Boolean hasAccount) {

        PartnerDetails details() {
            return new PartnerDetails(
                    name.strip(),
                    category,
                    true,
                    new PartnerDetails.Contact(
                            salutation == null ? Salutation.NEUTRAL : salutation,
                            contactName.strip(),
                            email.strip(),
                            language == null ? "de" : language,
                            subscriptions == null ? List.of() : subscriptions,
                            hasAccount != null && hasAccount));
        }
    }

    record EditRequest(
            @NotNull Long version,
            @NotBlank @Size(max = 200) String name,
            @NotNull PartnerCategory category,
            boolean active,
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String contactName,
            @NotNull Salutation salutation,
            @NotNull @Pattern(regexp = "de|en") String language,
            @NotNull List<String> subscriptions,
            boolean hasAccount) {

        PartnerDetails details() {
            return new PartnerDetails(
                    name.strip(),
                    category,
                    active,
                    new PartnerDetails.Contact(
                            salutation,
                            contactName.strip(),
                            email.strip(),
                            language,
                            subscriptions,
                            hasAccount));
        }
    }

    record PartnerView(
            String alias,
            String slug,
            String name,
            PartnerCategory category,
            boolean active,
            UUID contactId,
            String contactName,
            Salutation salutation,
            String email,
            String language,
            List<String> subscriptions,
            boolean hasAccount,
            long version) {

        static PartnerView of(Partner partner) {
            var details = partner.details();
            var contact = details.contact();
            return new PartnerView(
                    partner.alias(),
                    partner.slug(),
                    details.name(),
                    details.category(),
                    details.active(),
                    partner.contactId(),
                    contact.name(),
                    contact.salutation(),
                    contact.email(),
                    contact.language(),
                    contact.subscriptions(),
                    contact.hasAccount(),
                    partner.version());
        }
    }
}
