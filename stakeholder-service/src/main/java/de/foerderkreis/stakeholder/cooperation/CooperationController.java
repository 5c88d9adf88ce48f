package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.Papers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/stakeholder/v1/cooperations")
class CooperationController {

    private final Cooperations cooperations;
    private final CooperationDesk desk;

    CooperationController(Cooperations cooperations, CooperationDesk desk) {
        this.cooperations = cooperations;
        this.desk = desk;
    }

    /** Per case; a partner finds its own requests only. */
    @GetMapping
    @PreAuthorize(CooperationAccess.READS)
    List<CooperationView.Overview> list(@RequestParam(required = false) @Nullable UUID caseId) {
        return CooperationView.Overview.of(
                cooperations.seenBy(Callers.require()).stream()
                        .filter(it -> caseId == null || it.caseId().equals(caseId))
                        .toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize(CooperationAccess.READS)
    CooperationView show(@PathVariable UUID id) {
        return cooperations.require(Callers.require(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    CooperationView.Overview ask(@Valid @RequestBody AskRequest request) {
        return CooperationView.Overview.of(
                request.caseId(),
                desk
                        .ask(request.caseId(), request.partners(), request.dueOn(), request.text())
                        .stream()
                        .map(cooperations::view)
                        .toList());
    }

    @PostMapping("/{id}/invitations")
    @PreAuthorize(Access.DISTRICT_EDITS)
    CooperationView invite(@PathVariable UUID id) {
        return cooperations.view(desk.invite(id));
    }

    @PostMapping("/{id}/letter")
    @PreAuthorize(Access.DISTRICT_EDITS)
    CooperationView recordLetter(
            @PathVariable UUID id,
            @RequestPart MultipartFile file,
            @RequestParam LocalDate receivedOn,
            @RequestParam String function,
            @RequestParam(defaultValue = "") String note)
            throws IOException {
        return cooperations.view(
                desk.recordLetter(
                        id, receivedOn, function, note, file.getBytes(), Papers.name(file)));
    }

    @GetMapping("/{id}/letter")
    @PreAuthorize(Access.DISTRICT_READS)
    ResponseEntity<byte[]> letter(@PathVariable UUID id) {
        var letter = cooperations.letter(id);
        return Papers.download(letter.document(), letter.bytes());
    }

    @PostMapping("/{id}/answer")
    @PreAuthorize(Access.PARTNER)
    CooperationView answer(@PathVariable UUID id, @Valid @RequestBody AnswerRequest request) {
        return cooperations.view(
                desk.answer(
                        Callers.require(),
                        id,
                        request.version(),
                        new Answer.Typed(
                                request.confirms(),
                                request.function(),
                                request.note() == null ? "" : request.note())));
    }

    record AskRequest(
            @NotNull UUID caseId,
            @NotEmpty List<@NotBlank String> partners,
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 4000) String text) {}

    record AnswerRequest(
            @NotNull Long version,
            @NotNull Boolean confirms,
            @NotBlank @Size(max = 200) String function,
            @Nullable @Size(max = 2000) String note) {}
}
