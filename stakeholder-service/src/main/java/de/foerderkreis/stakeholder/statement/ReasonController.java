package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.attachment.Attachment;
import de.foerderkreis.stakeholder.attachment.Filing;
import de.foerderkreis.stakeholder.coding.Coding;
import de.foerderkreis.stakeholder.coding.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What happens to a statement after it arrived: reasons are read, scans are filed. */
@RestController
@RequestMapping("/api/stakeholder/v1/rounds/{roundId}/statements/{id}")
class ReasonController {

    private final ReasonReading reading;
    private final Statements statements;
    private final Filing filing;

    ReasonController(ReasonReading reading, Statements statements, Filing filing) {
        this.reading = reading;
        this.statements = statements;
        this.filing = filing;
    }

    @PutMapping("/reasons")
    @PreAuthorize(Access.DISTRICT_EDITS)
    Coding code(
            @PathVariable UUID roundId,
            @PathVariable UUID id,
            @Valid @RequestBody CodingRequest request) {
        return reading.code(
                Callers.require(),
                roundId,
                id,
                request.version(),
                request.reasons(),
                request.answer());
    }

    @PostMapping("/objection")
    @PreAuthorize(Access.TOWN)
    Coding object(
            @PathVariable UUID roundId,
            @PathVariable UUID id,
            @Valid @RequestBody ObjectionRequest request) {
        return reading.object(Callers.require(), roundId, id, request.version(), request.text());
    }

    @PostMapping("/files")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    Attachment addOriginal(
            @PathVariable UUID roundId,
            @PathVariable UUID id,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        var statement = statements.require(Callers.require(), roundId, id);
        if (statement.channel() == Channel.PORTAL) {
            throw Problem.conflict("portal-statement-complete");
        }
        return filing.addOriginal(
                roundId,
                statement.ags(),
                id,
                file.getBytes(),
                Objects.requireNonNullElse(file.getOriginalFilename(), ""));
    }

    record CodingRequest(
            @Nullable Long version,
            @NotNull List<@NotNull Reason> reasons,
            @Nullable @Size(max = 2000) String answer) {}

    record ObjectionRequest(@NotNull Long version, @NotBlank @Size(max = 2000) String text) {}
}
