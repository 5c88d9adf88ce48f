package de.foerderkreis.stakeholder.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it is shown.
 *
 * @param yearCompleted whether the source names day and month only
 */
record MeetingView(
        UUID id,
        UUID bodyId,
        String body,
        String bodyName,
        LocalDate heldOn,
        @Nullable String sourceDate,
        boolean yearCompleted,
        String place,
        String agenda,
        @Nullable LocalDate invitedOn,
        @Nullable String invitationSha256,
        @Nullable String minutesSha256,
        List<PositionView> positions,
        long version) {

    static MeetingView of(
            Meeting meeting, MeetingNames.BodyName body, List<BodyPosition> positions) {
        var plan = meeting.plan();
        return new MeetingView(
                meeting.id(),
                meeting.bodyId(),
                body.code(),
                body.name(),
                plan.heldOn(),
                plan.sourceDate(),
                plan.sourceDate() != null,
                plan.place(),
                plan.agenda(),
                plan.invitedOn(),
                meeting.invitation(),
                meeting.minutes(),
                positions.stream().map(PositionView::of).toList(),
                meeting.version());
    }

    /** What the body said on a case. */
    record PositionView(
            UUID caseId, Opinion position, List<OpinionReason> reasons, String note, long version) {

        static PositionView of(BodyPosition it) {
            return new PositionView(
                    it.caseId(),
                    it.said().position(),
                    it.said().reasons(),
                    it.said().note(),
                    it.version());
        }
    }
}
