package de.foerderkreis.stakeholder.letter;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

@RestController
@RequestMapping("/api/stakeholder/v1/rounds/{roundId}")
class LetterController {

    private final Letters letters;
    private final RoundReader rounds;

    LetterController(Letters letters, RoundReader rounds) {
        this.letters = letters;
        this.rounds = rounds;
    }

    /** The district all of them, a town its own. */
    @GetMapping("/letters")
    @PreAuthorize(Access.ROUND_READS)
    List<Letter> list(@PathVariable UUID roundId) {
        var caller = Callers.require();
        rounds.require(caller, roundId);
        return caller.kind() == OrganisationKind.MUNICIPALITY
                ? List.of(letters.of(roundId, caller.ags()))
                : letters.of(roundId);
    }

    @GetMapping("/letter-text")
    @PreAuthorize(Access.DISTRICT_READS)
    LetterText text(@PathVariable UUID roundId) {
        return letters.text(roundId);
    }

    @PutMapping("/letter-text")
    @PreAuthorize(Access.DISTRICT_EDITS)
    LetterText edit(@PathVariable UUID roundId, @Valid @RequestBody TextRequest request) {
        return letters.edit(roundId, request.version(), request.text());
    }

    record TextRequest(
            @Nullable Long version, @NotBlank @Size(max = LetterText.LONGEST) String text) {}
}
