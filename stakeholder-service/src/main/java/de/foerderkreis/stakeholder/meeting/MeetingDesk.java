package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.body.Bodies;
import de.foerderkreis.stakeholder.body.Foundings;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps meetings and their papers. */
@Service
class MeetingDesk {

    private final MeetingRecords records;
    private final Positions positions;
    private final Bodies bodies;
    private final Foundings foundings;
    private final Documents documents;
    private final Roots roots;
    private final Audit audit;

    MeetingDesk(
            MeetingRecords records,
            Positions positions,
            Bodies bodies,
            Foundings foundings,
            Documents documents,
            Roots roots,
            Audit audit) {
        this.records = records;
        this.positions = positions;
        this.bodies = bodies;
        this.foundings = foundings;
        this.documents = documents;
        this.roots = roots;
        this.audit = audit;
    }

    @Transactional
    Meeting arrange(Caller clerk, UUID bodyId, Meeting.Plan plan) {
        bodies.require(clerk, bodyId);
        var meeting = new Meeting(Ids.next(), bodyId, plan, null, null, 0, FieldVersions.NONE);
        records.insert(meeting);
        audit.record("meeting.arranged", "meeting", meeting.id().toString(), null, meeting, null);
        return meeting;
    }

    @Transactional
    Meeting edit(UUID id, long seen, Meeting.Plan plan) {
        roots.lock("body_meeting", id);
        var before = records.require(id);
        before.requireSeen(seen);
        var meeting = before.edited(plan);
        records.update(meeting);
        audit.record("meeting.edited", "meeting", id.toString(), before, meeting, null);
        return meeting;
    }

    @Transactional
    Meeting fileInvitation(UUID id, byte[] bytes, String filename) {
        roots.lock("body_meeting", id);
        var before = records.require(id);
        var meeting = before.withInvitation(documents.store(bytes, filename).sha256());
        records.update(meeting);
        audit.record("meeting.invitation-filed", "meeting", id.toString(), before, meeting, null);
        return meeting;
    }

    /** Puts the minutes on file; what was said or founded there has its evidence from here on. */
    @Transactional
    Meeting fileMinutes(UUID id, byte[] bytes, String filename) {
        roots.lock("body_meeting", id);
        var before = records.require(id);
        var sha256 = documents.store(bytes, filename).sha256();
        var meeting = before.withMinutes(sha256);
        records.update(meeting);
        audit.record("meeting.minutes-filed", "meeting", id.toString(), before, meeting, null);
        positions.announceAll(meeting);
        foundings.minutesFiled(meeting.bodyId(), meeting.plan().heldOn(), sha256);
        return meeting;
    }

    /**
     * Records that the body was founded in this meeting.
     *
     * @param bodySeen version of the body the clerk looked at
     */
    @Transactional
    void found(UUID id, long bodySeen, UUID caseId) {
        roots.lock("body_meeting", id);
        var meeting = records.require(id);
        positions.requireHeld(meeting);
        foundings.found(
                meeting.bodyId(), bodySeen, caseId, meeting.plan().heldOn(), meeting.minutes());
    }
}
