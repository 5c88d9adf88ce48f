package de.foerderkreis.stakeholder.district;

import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stakeholder/v1/district")
class DistrictController {

    private final Districts districts;
    private final DistrictSettings settings;

    DistrictController(Districts districts, DistrictSettings settings) {
        this.districts = districts;
        this.settings = settings;
    }

    @GetMapping
    @PreAuthorize(Access.MEMBERS)
    District show() {
        return districts.current();
    }

    @PutMapping
    @PreAuthorize(Access.MASTER_DATA)
    District change(@Valid @RequestBody DistrictChange change) {
        return settings.change(change.version(), change.name(), change.quietDays());
    }

    record DistrictChange(
            @Nullable Long version,
            @NotBlank @Size(max = 200) String name,
            @NotNull Set<QuietDay> quietDays) {}
}
