package de.foerderkreis.application.council;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.council.Paper.Consultation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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

/** Motions, papers and meetings of a case by API. */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/council")
class CouncilController {

    private final CouncilFile file;
    private final AgendaMinutes minutes;

    CouncilController(CouncilFile file, AgendaMinutes minutes) {
        this.file = file;
        this.minutes = minutes;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    Chronicle chronicle(@PathVariable UUID caseId) {
        return file.chronicle(caseId);
    }

    @PostMapping("/motions")
    @PreAuthorize(Access.MINUTES)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record a motion; with a mandate it waits for a body to adopt it")
    Motion move(@PathVariable UUID caseId, @Valid @RequestBody RecordMotion request) {
        return file.move(
                caseId,
                request.datedOn(),
                request.proposers(),
                request.subject(),
                request.wording(),
                request.mandate(),
                request.documentSha256());
    }

    @PostMapping("/papers")
    @PreAuthorize(Access.MINUTES)
    @ResponseStatus(HttpStatus.CREATED)
    Paper paper(@PathVariable UUID caseId, @Valid @RequestBody RecordPaper request) {
        var consultations = request.consultations();
        return file.file(
                caseId,
                request.number(),
                request.type(),
                request.title(),
                request.datedOn(),
                request.supplementary(),
                request.announcedOn(),
                request.sentOn(),
                request.documentSha256(),
                consultations == null
                        ? List.of()
                        : consultations.stream()
                                .map(it ->
                                        new Consultation(
                                                it.body(), it.competence(), it.plannedOn()))
                                .toList());
    }

    @PostMapping("/papers/{paperId}/sending")
    @PreAuthorize(Access.MINUTES)
    @Operation(summary = "Note that a paper announced as supplementary was sent")
    Paper send(
            @PathVariable UUID caseId,
            @PathVariable UUID paperId,
            @Valid @RequestBody SendPaper request) {
        return file.send(
                caseId, paperId, request.version(), request.sentOn(), request.documentSha256());
    }

    @PostMapping("/meetings")
    @PreAuthorize(Access.MINUTES)
    @ResponseStatus(HttpStatus.CREATED)
    Meeting convene(@PathVariable UUID caseId, @Valid @RequestBody RecordMeeting request) {
        return file.convene(caseId, request.body(), request.heldOn(), request.invitedOn());
    }

    @PostMapping("/meetings/{meetingId}/items")
    @PreAuthorize(Access.MINUTES)
    @ResponseStatus(HttpStatus.CREATED)
    AgendaItem list(
            @PathVariable UUID caseId,
            @PathVariable UUID meetingId,
            @Valid @RequestBody RecordItem request) {
        var papers = request.paperIds();
        return file.list(
                caseId,
                meetingId,
                request.number(),
                request.title(),
                !Boolean.FALSE.equals(request.publicItem()),
                request.competence(),
                request.motionId(),
                papers == null ? List.of() : papers);
    }

    @PostMapping("/meetings/{meetingId}/items/{itemId}/outcome")
    @PreAuthorize(Access.MINUTES)
    @Operation(
            summary =
                    "Record how the body dealt with an item; adopted needs the extract of the minutes")
    AgendaItem outcome(
            @PathVariable UUID caseId,
            @PathVariable UUID meetingId,
            @PathVariable UUID itemId,
            @Valid @RequestBody RecordOutcome request) {
        var votes = request.votes();
        return minutes.record(
                caseId,
                meetingId,
                itemId,
                new AgendaMinutes.Minuted(
                        request.version(),
                        request.outcome(),
                        votes == null ? null : new Votes(votes.yes(), votes.no(), votes.abstain()),
                        request.note(),
                        request.resolves(),
                        request.documentSha256(),
                        request.resolutionId()));
    }

    record RecordMotion(
            @NotNull @Schema(example = "2012-10-02") LocalDate datedOn,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 120) String> proposers,
            @NotBlank @Size(max = 500) String subject,
            @Nullable @Size(max = 10_000) String wording,
            @Nullable @Size(max = 1000) String mandate,
            @Nullable String documentSha256) {}

    record RecordPaper(
            @NotBlank @Size(max = 60) String number,
            @NotNull @Schema(example = "REPORT") Paper.Type type,
            @NotBlank @Size(max = 500) String title,
            @NotNull LocalDate datedOn,
            boolean supplementary,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate sentOn,
            @Nullable String documentSha256,
            @Nullable @Size(max = 20) List<@NotNull @Valid Step> consultations) {}

    record Step(
            @NotNull Body body, @NotNull Competence competence, @Nullable LocalDate plannedOn) {}

    record SendPaper(
            @PositiveOrZero long version,
            @NotNull LocalDate sentOn,
            @Nullable String documentSha256) {}

    record RecordMeeting(
            @NotNull Body body, @NotNull LocalDate heldOn, @Nullable LocalDate invitedOn) {}

    record RecordItem(
            @NotBlank @Size(max = 20) String number,
            @NotBlank @Size(max = 500) String title,
            @Nullable Boolean publicItem,
            @NotNull Competence competence,
            @Nullable UUID motionId,
            @Nullable @Size(max = 50) List<@NotNull UUID> paperIds) {}

    record Count(@PositiveOrZero int yes, @PositiveOrZero int no, @PositiveOrZero int abstain) {}

    record RecordOutcome(
            @PositiveOrZero long version,
            @NotNull Outcome outcome,
            @Nullable @Valid Count votes,
            @Nullable @Size(max = 2000) String note,
            @Nullable Resolves resolves,
            @Nullable String documentSha256,
            @Nullable UUID resolutionId) {}
}
