package de.foerderkreis.stakeholder.followup;

import de.foerderkreis.stakeholder.access.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stakeholder/v1/follow-ups")
class FollowUpController {

    static final String PAGE = "/gremien/anliegen/{id}";

    private final FollowUps followUps;
    private final FollowUpDesk desk;

    FollowUpController(FollowUps followUps, FollowUpDesk desk) {
        this.followUps = followUps;
        this.desk = desk;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT_READS)
    List<FollowUpView> list(@RequestParam(required = false) @Nullable UUID caseId) {
        return desk.list(caseId).stream().map(FollowUpView::of).toList();
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.DISTRICT_READS)
    FollowUpView show(@PathVariable UUID id) {
        return FollowUpView.of(desk.require(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    FollowUpView open(@Valid @RequestBody OpenRequest request) {
        var id =
                followUps.open(
                        request.caseId(),
                        FollowUpKind.OPEN_REQUEST,
                        request.title(),
                        "clerk",
                        request.dueOn(),
                        PAGE);
        return FollowUpView.of(desk.require(id));
    }

    @PostMapping("/{id}/postponement")
    @PreAuthorize(Access.DISTRICT_EDITS)
    FollowUpView postpone(@PathVariable UUID id, @Valid @RequestBody PostponeRequest request) {
        return FollowUpView.of(
                desk.postpone(id, request.version(), request.dueOn(), request.reason()));
    }

    @PostMapping("/{id}/completion")
    @PreAuthorize(Access.DISTRICT_EDITS)
    FollowUpView complete(@PathVariable UUID id, @Valid @RequestBody EndRequest request) {
        return FollowUpView.of(
                desk.end(id, request.version(), FollowUpStatus.DONE, request.reason()));
    }

    @PostMapping("/{id}/dismissal")
    @PreAuthorize(Access.DISTRICT_EDITS)
    FollowUpView drop(@PathVariable UUID id, @Valid @RequestBody EndRequest request) {
        return FollowUpView.of(
                desk.end(id, request.version(), FollowUpStatus.DROPPED, request.reason()));
    }

    record OpenRequest(
            @NotNull UUID caseId,
            @NotBlank @Size(max = 300) String title,
            @Nullable LocalDate dueOn) {}

    record PostponeRequest(
            @NotNull Long version,
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 1000) String reason) {}

    record EndRequest(@NotNull Long version, @NotBlank @Size(max = 1000) String reason) {}

    record FollowUpView(
            UUID id,
            UUID caseId,
            FollowUpKind kind,
            String title,
            String role,
            String page,
            FollowUpStatus status,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            Instant openedAt,
            @Nullable Instant closedAt,
            long version) {

        static FollowUpView of(FollowUp it) {
            return new FollowUpView(
                    it.id(),
                    it.caseId(),
                    it.kind(),
                    it.title(),
                    it.role(),
                    it.page(),
                    it.status(),
                    it.dueOn(),
                    it.reason(),
                    it.openedAt(),
                    it.closedAt(),
                    it.version());
        }
    }
}
