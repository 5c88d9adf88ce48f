package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import de.foerderkreis.stakeholder.tally.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A town's paper before it is handed in; nobody outside the town hall ever sees it.
 *
 * @param updatedBy subject of whoever wrote last, a pseudonym
 */
record StatementDraft(
        UUID roundId,
        Status status,
        Content content,
        Instant updatedAt,
        String updatedBy,
        long version,
        FieldVersions fields) {

    void requireSeen(long seen) {
        if (version != seen) {
            throw staleSince(fields.since(seen));
        }
    }

    /**
     * Carries what stands there now, so that the author can merge it; both sit in one town hall.
     */
    Problem staleSince(List<String> changedFields) {
        return Problem.stale(changedFields)
                .with(
                        "current",
                        new Current(
                                version, content.position(), content.reasons(), content.text()));
    }

    /** Writing after the request for signature takes the request back. */
    StatementDraft rewritten(Content next, Instant now, String author) {
        return edited(Status.DRAFT, next, now, author, content.differencesTo(next));
    }

    StatementDraft awaitingSignature(Instant now, String author) {
        if (content.position() == null) {
            throw Problem.invalid("position", "position-missing");
        }
        return edited(Status.INTERNAL_SIGN_OFF, content, now, author, List.of("status"));
    }

    private StatementDraft edited(
            Status status, Content content, Instant now, String author, List<String> changed) {
        var version = this.version + 1;
        return new StatementDraft(
                roundId, status, content, now, author, version, fields.edited(version, changed));
    }

    /** What a stale answer shows of the draft as it is now. */
    record Current(long version, @Nullable Position position, List<Reason> reasons, String text) {}

    enum Status {
        DRAFT,
        INTERNAL_SIGN_OFF
    }
}
