package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.contracts.stakeholder.BodyPositionRecorded;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import de.foerderkreis.stakeholder.followup.FollowUpKind;
import de.foerderkreis.stakeholder.followup.FollowUps;
import de.foerderkreis.stakeholder.reference.CaseThreads;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what a body said or wished in a meeting that has taken place. */
@Service
class Positions {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final MeetingRecords meetings;
    private final PositionRecords records;
    private final MeetingNames names;
    private final FollowUps followUps;
    private final CaseThreads threads;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    Positions(
            MeetingRecords meetings,
            PositionRecords records,
            MeetingNames names,
            FollowUps followUps,
            CaseThreads threads,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.meetings = meetings;
        this.records = records;
        this.names = names;
        this.followUps = followUps;
        this.threads = threads;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records or corrects the position on a case.
     *
     * @param seen version of the recorded position the clerk looked at, absent for the first
     */
    @Transactional
    BodyPosition record(UUID meetingId, UUID caseId, @Nullable Long seen, BodyPosition.Said said) {
        roots.lock("body_meeting", meetingId);
        var meeting = meetings.require(meetingId);
        requireHeld(meeting);
        var before = records.find(meetingId, caseId).orElse(null);
        var position =
                before == null
                        ? new BodyPosition(meetingId, caseId, said, 0, FieldVersions.NONE)
                        : before.corrected(seen == null ? -1 : seen, said);
        records.save(position);
        audit.record(
                "body.position-recorded", "meeting", meetingId.toString(), before, position, null);
        announce(meeting, position);
        return position;
    }

    /** Keeps a wish uttered in the meeting (F66) open until somebody decides it. */
    @Transactional
    UUID wish(UUID meetingId, UUID caseId, String title, @Nullable LocalDate dueOn) {
        var meeting = meetings.require(meetingId);
        requireHeld(meeting);
        var where = "%s, %s".formatted(body(meeting).code(), DAY.format(meeting.plan().heldOn()));
        return followUps.open(
                caseId,
                FollowUpKind.OPEN_REQUEST,
                "%s (%s)".formatted(title.strip(), where),
                "clerk",
                dueOn,
                "/gremien/anliegen/{id}");
    }

    void announceAll(Meeting meeting) {
        records.of(meeting.id()).forEach(it -> announce(meeting, it));
    }

    void requireHeld(Meeting meeting) {
        if (!meeting.heldBy(clock.today())) {
            throw Problem.conflict("meeting-not-held", meeting.plan().heldOn());
        }
    }

    private void announce(Meeting meeting, BodyPosition position) {
        var root = threads.lock(position.caseId());
        var body = body(meeting);
        outbox.append(
                root,
                BodyPositionRecorded.TOPIC,
                new BodyPositionRecorded(
                        position.caseId(),
                        meeting.id(),
                        body.code(),
                        body.name(),
                        meeting.plan().heldOn(),
                        position.said().position().name(),
                        meeting.minutes(),
                        root.version()));
    }

    private MeetingNames.BodyName body(Meeting meeting) {
        return names.of(meeting.bodyId());
    }
}
