package de.foerderkreis.contracts.stakeholder;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when the position that a body took in a meeting was recorded (F64); key: the case. It
 * is no statement and never counts as one.
 *
 * @param body code of the body, for example {@code HVB}
 * @param position {@code APPROVE, MOSTLY_APPROVE, MIXED, MOSTLY_REJECT, REJECT}
 * @param minutesSha256 hash of the minutes, lower-case hex; absent while they are missing
 */
public record BodyPositionRecorded(
        UUID caseId,
        UUID meetingId,
        String body,
        String bodyName,
        LocalDate heldOn,
        String position,
        @Nullable String minutesSha256,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
