package de.foerderkreis.application.ruling;

import de.foerderkreis.application.access.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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

/** Informal rulings by API. */
@RestController
@RequestMapping("/api/application/v1/cases/{caseId}/rulings")
class RulingController {

    private final RulingBook book;

    RulingController(RulingBook book) {
        this.book = book;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    List<Ruling> list(@PathVariable UUID caseId) {
        return book.of(caseId);
    }

    @PostMapping
    @PreAuthorize(Access.LEAD_UNIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record what an authority was asked informally and what it said")
    Ruling record(@PathVariable UUID caseId, @Valid @RequestBody RecordRuling request) {
        return book.record(
                caseId,
                request.authority(),
                request.question(),
                new RulingBook.Answer(
                        request.outcome(),
                        request.answer(),
                        request.reason(),
                        request.ruledOn(),
                        request.minimumPosts(),
                        request.minimumTeachers(),
                        request.documentSha256()));
    }

    @PostMapping("/{rulingId}/reply")
    @PreAuthorize(Access.LEAD_UNIT)
    @Operation(summary = "Record the answer to an open question")
    Ruling answer(
            @PathVariable UUID caseId,
            @PathVariable UUID rulingId,
            @Valid @RequestBody AnswerRuling request) {
        return book.answer(
                caseId,
                rulingId,
                request.version(),
                new RulingBook.Answer(
                        request.outcome(),
                        request.answer(),
                        request.reason(),
                        request.ruledOn(),
                        request.minimumPosts(),
                        request.minimumTeachers(),
                        request.documentSha256()));
    }

    record RecordRuling(
            @NotBlank @Schema(example = "LAKI") String authority,
            @NotBlank @Size(max = 2000) String question,
            @Nullable @Size(max = 2000) String answer,
            @Nullable @Size(max = 2000) String reason,
            @NotNull Ruling.Outcome outcome,
            @NotNull LocalDate ruledOn,
            @Nullable @Schema(type = "string", example = "3.5") BigDecimal minimumPosts,
            @Nullable @PositiveOrZero Integer minimumTeachers,
            @Nullable String documentSha256) {}

    record AnswerRuling(
            @PositiveOrZero long version,
            @Nullable @Size(max = 2000) String answer,
            @Nullable @Size(max = 2000) String reason,
            @NotNull Ruling.Outcome outcome,
            @NotNull LocalDate ruledOn,
            @Nullable @Schema(type = "string", example = "3.5") BigDecimal minimumPosts,
            @Nullable @PositiveOrZero Integer minimumTeachers,
            @Nullable String documentSha256) {}
}
