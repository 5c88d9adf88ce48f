package de.foerderkreis.stakeholder.signing;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stakeholder/v1/signing")
class SigningController {

    private final TownSignings signings;

    SigningController(TownSignings signings) {
        this.signings = signings;
    }

    @GetMapping
    @PreAuthorize(Access.TOWN)
    TownSignings.Choice show() {
        return signings.of(Callers.require().ags());
    }

    @PutMapping
    @PreAuthorize(Access.MAYOR)
    TownSignings.Choice choose(@Valid @RequestBody ChoiceRequest request) {
        return signings.choose(Callers.require().ags(), request.version(), request.signing());
    }

    record ChoiceRequest(@Nullable Long version, @NotNull Signing signing) {}
}
