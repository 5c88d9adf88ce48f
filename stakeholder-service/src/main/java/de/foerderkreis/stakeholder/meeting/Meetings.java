package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.documents.StoredDocument;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.stakeholder.body.Bodies;
import de.foerderkreis.stakeholder.form.Papers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees which meeting: the district all of them, a town or a partner those of days on which it
 * sat in the body. Another one is not there for them.
 */
@Service
@Transactional(readOnly = true)
class Meetings {

    private final MeetingRecords records;
    private final PositionRecords positions;
    private final MeetingNames names;
    private final Bodies bodies;
    private final Documents documents;

    Meetings(
            MeetingRecords records,
            PositionRecords positions,
            MeetingNames names,
            Bodies bodies,
            Documents documents) {
        this.records = records;
        this.positions = positions;
        this.names = names;
        this.bodies = bodies;
        this.documents = documents;
    }

    /** Latest day first. */
    List<MeetingView> seenBy(Caller caller, @Nullable UUID bodyId) {
        var seen =
                caller.kind() == OrganisationKind.DISTRICT
                        ? records.all()
                        : records.attendedBy(caller.organisation());
        return seen.stream()
                .filter(it -> bodyId == null || it.bodyId().equals(bodyId))
                .map(this::view)
                .toList();
    }

    MeetingView view(Caller caller, UUID id) {
        return view(require(caller, id));
    }

    Paper invitation(Caller caller, UUID id) {
        return paper(require(caller, id).invitation(), "invitation");
    }

    Paper minutes(Caller caller, UUID id) {
        return paper(require(caller, id).minutes(), "minutes");
    }

    private Meeting require(Caller caller, UUID id) {
        var meeting = records.require(id);
        if (caller.kind() != OrganisationKind.DISTRICT
                && !bodies.satIn(
                        meeting.bodyId(), caller.organisation(), meeting.plan().heldOn())) {
            throw Problem.notFound("meeting");
        }
        return meeting;
    }

    private MeetingView view(Meeting meeting) {
        return MeetingView.of(meeting, names.of(meeting.bodyId()), positions.of(meeting.id()));
    }

    private Paper paper(@Nullable String sha256, String what) {
        return Optional.ofNullable(sha256)
                .flatMap(documents::find)
                .map(it -> new Paper(it, documents.load(it.sha256())))
                .orElseThrow(() -> Problem.notFound(what));
    }

    /** A file with its content. */
    record Paper(StoredDocument document, byte[] bytes) {

        ResponseEntity<byte[]> download() {
            return Papers.download(document, bytes);
        }
    }
}
