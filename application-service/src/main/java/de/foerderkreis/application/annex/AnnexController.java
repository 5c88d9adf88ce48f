package de.foerderkreis.application.annex;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.annex.AnnexFolder.Item;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Annexes of a case by API. */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/annexes")
class AnnexController {

    private final AnnexRegister register;

    AnnexController(AnnexRegister register) {
        this.register = register;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    List<Item> list(@PathVariable UUID caseId) {
        return register.of(caseId);
    }

    @PutMapping("/{no}")
    @PreAuthorize(Access.LEAD_UNIT)
    @Operation(
            summary =
                    "Set document, text (the annex itself, or the summary of its document) or the reason for leaving it out; what is not sent is emptied")
    Item set(
            @PathVariable UUID caseId, @PathVariable int no, @Valid @RequestBody SetAnnex request) {
        return register.set(
                caseId,
                no,
                request.version(),
                request.documentSha256(),
                request.waivedReason(),
                request.text());
    }

    record SetAnnex(
            @PositiveOrZero long version,
            @Nullable String documentSha256,
            @Nullable @Size(max = 2000) String waivedReason,
            @Nullable @Size(max = 20_000) String text) {}
}
