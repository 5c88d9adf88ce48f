package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.access.DemoData;
import de.foerderkreis.stakeholder.attachment.Attachment;
import de.foerderkreis.stakeholder.attachment.Attachments;
import de.foerderkreis.stakeholder.coding.Coding;
import de.foerderkreis.stakeholder.coding.Codings;
import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.signing.SignedAs;
import de.foerderkreis.stakeholder.signing.Signing;
import de.foerderkreis.stakeholder.tally.Position;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
@RequestMapping("/api/stakeholder/v1/rounds/{roundId}")
class StatementController {

    private final Statements statements;
    private final Drafting drafting;
    private final Submission submission;
    private final Recording recording;
    private final Attachments attachments;
    private final Codings codings;
    private final DemoData demo;

    StatementController(
            Statements statements,
            Drafting drafting,
            Submission submission,
            Recording recording,
            Attachments attachments,
            Codings codings,
            DemoData demo) {
        this.statements = statements;
        this.drafting = drafting;
        this.submission = submission;
        this.recording = recording;
        this.attachments = attachments;
        this.codings = codings;
        this.demo = demo;
    }

    @GetMapping("/statement")
    @PreAuthorize(Access.TOWN)
    OwnStatement own(@PathVariable UUID roundId) {
        return own(statements.desk(Callers.require(), roundId));
    }

    @PutMapping("/statement")
    @PreAuthorize(Access.TOWN)
    OwnStatement save(@PathVariable UUID roundId, @Valid @RequestBody DraftRequest request) {
        drafting.save(Callers.require(), roundId, request.version(), request.content());
        return own(roundId);
    }

    @PostMapping("/statement/sign-off-request")
    @PreAuthorize(Access.TOWN)
    OwnStatement requestSignature(
            @PathVariable UUID roundId, @Valid @RequestBody SeenVersion request) {
        drafting.requestSignature(Callers.require(), roundId, request.version());
        return own(roundId);
    }

    @PostMapping("/statement/submission")
    @PreAuthorize(Access.MAYOR)
    Receipt submit(@PathVariable UUID roundId, @Valid @RequestBody SubmitRequest request) {
        return Receipt.of(
                submission.submit(
                        Callers.require(), roundId, request.version(), request.signedAs()));
    }

    @GetMapping("/statements")
    @PreAuthorize(Access.ROUND_READS)
    List<Delivered> delivered(@PathVariable UUID roundId) {
        return statements.delivered(Callers.require(), roundId).stream().map(this::view).toList();
    }

    @GetMapping("/statements/{id}")
    @PreAuthorize(Access.ROUND_READS)
    Delivered show(@PathVariable UUID roundId, @PathVariable UUID id) {
        return view(statements.require(Callers.require(), roundId, id));
    }

    @PostMapping("/statements")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    Receipt record(@PathVariable UUID roundId, @Valid @RequestBody RecordRequest request) {
        return Receipt.of(
                recording.record(
                        Callers.require(),
                        roundId,
                        request.ags(),
                        request.content(),
                        request.channel(),
                        request.receivedAt(),
                        request.signedAs(),
                        request.evidence()));
    }

    private OwnStatement own(Statements.Desk desk) {
        var draft = desk.draft();
        var content = draft.map(StatementDraft::content).orElse(Content.EMPTY);
        return new OwnStatement(
                desk.round().roundId(),
                draft.map(it -> it.status().name()).orElse("NONE"),
                draft.map(StatementDraft::version).orElse(null),
                content.position(),
                content.reasons(),
                content.text(),
                draft.map(StatementDraft::updatedAt).orElse(null),
                desk.delivered().stream().map(this::view).toList());
    }

    private Delivered view(Statement statement) {
        return new Delivered(
                statement.id(),
                statement.ags(),
                statement.position(),
                statement.reasons(),
                statement.text(),
                statement.channel(),
                statement.receivedAt(),
                statement.recordedAt(),
                statement.late(),
                statement.supplement(),
                statement.signing(),
                statement.signedAs(),
                statement.status(),
                statement.receiptNumber(),
                statement.evidence().minutes(),
                statement.evidence().jointWith(),
                attachments.ofStatement(statement.id()),
                codings.find(statement.id()).orElse(null),
                demo.invented());
    }

    record DraftRequest(
            @Nullable Long version,
            @Nullable Position position,
            @Nullable List<Reason> reasons,
            @Nullable @Size(max = Content.LONGEST) String text) {

        Content content() {
            return new Content(
                    position, reasons == null ? List.of() : reasons, text == null ? "" : text);
        }
    }

    record SeenVersion(@NotNull Long version) {}

    record SubmitRequest(@NotNull Long version, @Nullable SignedAs signedAs) {}

    record RecordRequest(
            @NotNull @Pattern(regexp = "[0-9]{8}") String ags,
            @NotNull Position position,
            @Nullable List<Reason> reasons,
            @Nullable @Size(max = Content.LONGEST) String text,
            @NotNull Channel channel,
            @NotNull Instant receivedAt,
            @Nullable SignedAs signedAs,
            @Nullable @Size(max = Evidence.LONGEST) String minutes,
            @Nullable List<@Pattern(regexp = "[0-9]{8}") String> jointWith) {

        Evidence evidence() {
            return new Evidence(minutes, jointWith == null ? List.of() : jointWith);
        }

        Content content() {
            return new Content(
                    position, reasons == null ? List.of() : reasons, text == null ? "" : text);
        }
    }

    /** Status is {@code NONE} while there is no draft. */
    record OwnStatement(
            UUID roundId,
            String status,
            @Nullable Long version,
            @Nullable Position position,
            List<Reason> reasons,
            String text,
            @Nullable Instant updatedAt,
            List<Delivered> delivered) {}

    record Delivered(
            UUID statementId,
            String ags,
            Position position,
            List<Reason> reasons,
            String text,
            Channel channel,
            Instant receivedAt,
            Instant recordedAt,
            boolean late,
            boolean supplement,
            @Nullable Signing signing,
            @Nullable SignedAs signedAs,
            StatementStatus status,
            String receiptNumber,
            @Nullable String minutes,
            List<String> jointWith,
            List<Attachment> files,
            @Nullable Coding coding,
            boolean demo) {}

    record Receipt(
            UUID statementId,
            String receiptNumber,
            Instant receivedAt,
            boolean late,
            boolean supplement) {

        static Receipt of(Statement statement) {
            return new Receipt(
                    statement.id(),
                    statement.receiptNumber(),
                    statement.receivedAt(),
                    statement.late(),
                    statement.supplement());
        }
    }
}
