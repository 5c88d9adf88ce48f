package de.foerderkreis.contracts.stakeholder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when a body was founded that a requirement asks for, for example the joint deployment
 * management (F42); key: the case.
 *
 * @param kind {@code WORKING_GROUP, DEPLOYMENT_MANAGEMENT, CONFERENCE, OFFICIAL_MEETING}
 * @param sides the sides that are seated, for example {@code DISTRICT} and {@code STATE}
 * @param minutesSha256 hash of the founding minutes, lower-case hex; absent while they are missing
 */
public record BodyFounded(
        UUID caseId,
        UUID bodyId,
        String kind,
        String name,
        LocalDate foundedOn,
        List<String> sides,
        @Nullable String minutesSha256,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
