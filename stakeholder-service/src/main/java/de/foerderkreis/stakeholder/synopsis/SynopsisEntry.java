package de.foerderkreis.stakeholder.synopsis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One town's line.
 *
 * @param position a position or {@code NO_REPLY}
 * @param timing {@code ON_TIME, LATE, SUPPLEMENT, NO_REPLY}
 * @param reasons ticked by the town, or read by the clerk where it ticked none
 * @param coded whether the clerk read them
 * @param text the town's own words, absent for a reply without text; a supplement that came later
 *     follows beneath
 * @param answerVersion version of the answer, absent while there is none
 * @param minutes where an oral statement is written down, absent for others
 * @param jointWith the other towns that made it together, by AGS; absent for a statement of its own
 */
record SynopsisEntry(
        String ags,
        String name,
        String position,
        String timing,
        @Nullable UUID statementId,
        @Nullable Instant receivedAt,
        @Nullable String channel,
        List<String> reasons,
        boolean coded,
        @Nullable String text,
        List<Original> documents,
        @Nullable String answer,
        @Nullable String proposedDecision,
        @Nullable Long answerVersion,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String minutes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> jointWith) {

    static final String NO_REPLY = "NO_REPLY";

    /** Whether the town replied and nobody has answered it yet. */
    boolean unanswered() {
        return statementId != null && answer == null;
    }

    /**
     * An original that came with a statement.
     *
     * @param sha256 hash of its bytes, lower-case hex
     */
    record Original(String name, String mediaType, String sha256) {}
}
