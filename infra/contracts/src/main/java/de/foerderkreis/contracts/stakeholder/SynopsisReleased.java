package de.foerderkreis.contracts.stakeholder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when the district released the synopsis of a closed round: what annex 6 (F68) is made
 * of; key: the round. Carries the towns' official statements and the administration's answers, no
 * names.
 *
 * @param version number of the released synopsis, from 1
 */
public record SynopsisReleased(
        UUID roundId,
        UUID caseId,
        int version,
        LocalDate releasedOn,
        List<Entry> entries,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";

    /**
     * One municipality.
     *
     * @param position a position or {@code NO_REPLY}
     * @param timing {@code ON_TIME, LATE, SUPPLEMENT, NO_REPLY}; a supplement came after the
     *     deadline as the town had announced and is not counted
     * @param reasons coded reasons
     * @param text the town's own words, absent for a reply without text
     * @param answer what the administration answers
     * @param proposedDecision what it proposes to the council
     * @param minutes where an oral statement (F64) is written down; absent for others, and in
     *     events older than this
     * @param jointWith the other towns that made the statement together, by AGS; absent as above
     */
    public record Entry(
            String ags,
            String position,
            String timing,
            @Nullable Instant receivedAt,
            @Nullable String channel,
            List<String> reasons,
            @Nullable String text,
            List<Document> documents,
            @Nullable String answer,
            @Nullable String proposedDecision,
            @Nullable String minutes,
            @Nullable List<String> jointWith) {}

    /**
     * An original that the town sent, kept by stakeholder-service.
     *
     * @param sha256 hash of its bytes, lower-case hex
     */
    public record Document(String name, String mediaType, String sha256) {}
}
