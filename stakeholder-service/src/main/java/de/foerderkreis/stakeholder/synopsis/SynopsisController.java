package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stakeholder/v1/rounds/{roundId}/synopsis")
class SynopsisController {

    private final SynopsisReader reader;
    private final Answering answering;
    private final Releasing releasing;

    SynopsisController(SynopsisReader reader, Answering answering, Releasing releasing) {
        this.reader = reader;
        this.answering = answering;
        this.releasing = releasing;
    }

    @GetMapping
    @PreAuthorize(Access.ROUND_READS)
    SynopsisView show(@PathVariable UUID roundId) {
        return reader.require(Callers.require(), roundId);
    }

    @PutMapping("/answers")
    @PreAuthorize(Access.DISTRICT_EDITS)
    SynopsisView answer(@PathVariable UUID roundId, @Valid @RequestBody AnswersRequest request) {
        answering.answer(
                Callers.require(),
                roundId,
                request.answers().stream().map(AnswerRequest::command).toList());
        return show(roundId);
    }

    @PostMapping("/release")
    @PreAuthorize(Access.RELEASES)
    Released release(@PathVariable UUID roundId, @Valid @RequestBody ReleaseRequest request) {
        return Released.of(releasing.release(Callers.require(), roundId, request.contentSha256()));
    }

    @PostMapping("/publication")
    @PreAuthorize(Access.DISTRICT_RUNS)
    Released publish(@PathVariable UUID roundId) {
        return Released.of(releasing.publish(roundId));
    }

    record AnswersRequest(@NotEmpty @Size(max = 100) List<@Valid AnswerRequest> answers) {}

    record AnswerRequest(
            @NotNull @Pattern(regexp = "[0-9]{8}") String ags,
            @Nullable Long version,
            @NotNull @Size(max = 10_000) String answer,
            @Nullable @Size(max = 2000) String proposedDecision) {

        Answering.Command command() {
            return new Answering.Command(
                    ags,
                    version,
                    answer.strip(),
                    proposedDecision == null ? "" : proposedDecision.strip());
        }
    }

    /**
     * Names what the head saw.
     *
     * @param contentSha256 as the synopsis showed it
     */
    record ReleaseRequest(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String contentSha256) {}

    record Released(int version, LocalDate releasedOn, String sha256) {

        static Released of(SynopsisRecords.Release release) {
            return new Released(release.version(), release.releasedOn(), release.sha256());
        }
    }
}
