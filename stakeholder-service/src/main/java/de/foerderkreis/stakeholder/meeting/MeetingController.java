package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.Papers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/stakeholder/v1/meetings")
class MeetingController {

    private final Meetings meetings;
    private final MeetingDesk desk;
    private final Positions positions;

    MeetingController(Meetings meetings, MeetingDesk desk, Positions positions) {
        this.meetings = meetings;
        this.desk = desk;
        this.positions = positions;
    }

    @GetMapping
    @PreAuthorize(Access.BODY_READS)
    List<MeetingView> list(@RequestParam(required = false) @Nullable UUID bodyId) {
        return meetings.seenBy(Callers.require(), bodyId);
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.BODY_READS)
    MeetingView show(@PathVariable UUID id) {
        return meetings.view(Callers.require(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    MeetingView arrange(@Valid @RequestBody ArrangeRequest request) {
        return show(
                desk.arrange(Callers.require(), request.bodyId(), request.plan().checked()).id());
    }

    @PutMapping("/{id}")
    @PreAuthorize(Access.DISTRICT_EDITS)
    MeetingView edit(@PathVariable UUID id, @Valid @RequestBody EditRequest request) {
        return show(desk.edit(id, request.version(), request.plan().checked()).id());
    }

    @PostMapping("/{id}/invitation")
    @PreAuthorize(Access.DISTRICT_EDITS)
    MeetingView fileInvitation(@PathVariable UUID id, @RequestPart MultipartFile file)
            throws IOException {
        return show(desk.fileInvitation(id, file.getBytes(), Papers.name(file)).id());
    }

    @GetMapping("/{id}/invitation")
    @PreAuthorize(Access.BODY_READS)
    ResponseEntity<byte[]> invitation(@PathVariable UUID id) {
        return meetings.invitation(Callers.require(), id).download();
    }

    @PostMapping("/{id}/minutes")
    @PreAuthorize(Access.DISTRICT_EDITS)
    MeetingView fileMinutes(@PathVariable UUID id, @RequestPart MultipartFile file)
            throws IOException {
        return show(desk.fileMinutes(id, file.getBytes(), Papers.name(file)).id());
    }

    @GetMapping("/{id}/minutes")
    @PreAuthorize(Access.BODY_READS)
    ResponseEntity<byte[]> minutes(@PathVariable UUID id) {
        return meetings.minutes(Callers.require(), id).download();
    }

    @PutMapping("/{id}/position")
    @PreAuthorize(Access.DISTRICT_EDITS)
    MeetingView position(@PathVariable UUID id, @Valid @RequestBody PositionRequest request) {
        positions.record(id, request.caseId(), request.version(), request.said());
        return show(id);
    }

    @PostMapping("/{id}/requests")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Access.DISTRICT_EDITS)
    Wish wish(@PathVariable UUID id, @Valid @RequestBody WishRequest request) {
        return new Wish(positions.wish(id, request.caseId(), request.title(), request.dueOn()));
    }

    @PostMapping("/{id}/founding")
    @PreAuthorize(Access.DISTRICT_EDITS)
    MeetingView found(@PathVariable UUID id, @Valid @RequestBody FoundingRequest request) {
        desk.found(id, request.bodyVersion(), request.caseId());
        return show(id);
    }

    record Plan(
            @NotNull LocalDate heldOn,
            @Nullable @Size(max = 10) String sourceDate,
            @Nullable @Size(max = 200) String place,
            @Nullable @Size(max = 20000) String agenda,
            @Nullable LocalDate invitedOn) {

        Meeting.Plan checked() {
            return new Meeting.Plan(
                    heldOn,
                    sourceDate,
                    place == null ? "" : place.strip(),
                    agenda == null ? "" : agenda.strip(),
                    invitedOn);
        }
    }

    record ArrangeRequest(@NotNull UUID bodyId, @NotNull @Valid Plan plan) {}

    record EditRequest(@NotNull Long version, @NotNull @Valid Plan plan) {}

    record PositionRequest(
            @NotNull UUID caseId,
            @Nullable Long version,
            @NotNull Opinion position,
            @Nullable List<OpinionReason> reasons,
            @Nullable @Size(max = 4000) String note) {

        BodyPosition.Said said() {
            return new BodyPosition.Said(
                    position,
                    reasons == null ? List.of() : reasons,
                    note == null ? "" : note.strip());
        }
    }

    record WishRequest(
            @NotNull UUID caseId,
            @NotBlank @Size(max = 240) String title,
            @Nullable LocalDate dueOn) {}

    record FoundingRequest(@NotNull Long bodyVersion, @NotNull UUID caseId) {}

    record Wish(UUID followUpId) {}
}
