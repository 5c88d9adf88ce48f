package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a body said in one meeting on one case; the minutes of the meeting are its evidence.
 *
 * @param note how it was said, as a person wrote it
 */
record BodyPosition(UUID meetingId, UUID caseId, Said said, long version, FieldVersions fields) {

    /** The words themselves. */
    record Said(Opinion position, List<OpinionReason> reasons, String note) {

        Said {
            reasons = reasons.stream().distinct().sorted().toList();
        }
    }

    BodyPosition corrected(long seen, Said now) {
        if (seen != version) {
            throw Problem.stale(fields.since(seen));
        }
        var changed = new ArrayList<String>();
        if (now.position() != said.position()) {
            changed.add("position");
        }
        if (!now.reasons().equals(said.reasons())) {
            changed.add("reasons");
        }
        if (!now.note().equals(said.note())) {
            changed.add("note");
        }
        var next = version + 1;
        return new BodyPosition(meetingId, caseId, now, next, fields.edited(next, changed));
    }
}
