package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published once an application of a stage was handed in and frozen; key: the case.
 *
 * @param stage 1 approval in principle, 2 grant
 * @param authority code of the receiving authority in the programme pack
 * @param snapshotSha256 hash of the frozen content, lower-case hex
 */
public record ApplicationSubmitted(
        UUID caseId,
        UUID applicationId,
        int stage,
        String authority,
        String fileReference,
        LocalDate submittedOn,
        String snapshotSha256,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
