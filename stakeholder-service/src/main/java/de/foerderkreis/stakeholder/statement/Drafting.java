package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.consultation.Reception;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing inside the town hall. Nothing of it is announced or audited: the district reads the
 * trail, and whether a town is drafting at all is none of its business.
 */
@Service
class Drafting {

    private static final List<String> EVERYTHING = List.of("position", "reasons", "text");

    private final DraftRecords drafts;
    private final Reception reception;
    private final BusinessClock clock;

    Drafting(DraftRecords drafts, Reception reception, BusinessClock clock) {
        this.drafts = drafts;
        this.reception = reception;
        this.clock = clock;
    }

    /**
     * Saves what the town has so far.
     *
     * @param seen version the author saw, absent for the first draft
     */
    @Transactional
    StatementDraft save(Caller author, UUID roundId, @Nullable Long seen, Content content) {
        var ags = author.ags();
        reception.look(roundId, ags);
        var before = drafts.find(roundId, ags);
        if (before.isEmpty()) {
            return first(author, roundId, seen, content);
        }
        var draft = before.get();
        if (seen == null) {
            throw draft.staleSince(EVERYTHING);
        }
        draft.requireSeen(seen);
        if (draft.content().differencesTo(content).isEmpty()) {
            return draft;
        }
        return store(draft.rewritten(content, clock.now(), author.subject()), ags, seen);
    }

    /** Tells the mayor that the draft is ready to be signed. */
    @Transactional
    StatementDraft requestSignature(Caller author, UUID roundId, long seen) {
        var ags = author.ags();
        reception.look(roundId, ags);
        var draft =
                drafts.find(roundId, ags).orElseThrow(() -> Problem.conflict("nothing-to-submit"));
        draft.requireSeen(seen);
        return store(draft.awaitingSignature(clock.now(), author.subject()), ags, seen);
    }

    private StatementDraft first(
            Caller author, UUID roundId, @Nullable Long seen, Content content) {
        // The draft the author saw was handed in meanwhile; what was typed stays with its author.
        if (seen != null) {
            throw Problem.stale(EVERYTHING);
        }
        var draft =
                new StatementDraft(
                        roundId,
                        StatementDraft.Status.DRAFT,
                        content,
                        clock.now(),
                        author.subject(),
                        0,
                        FieldVersions.NONE.edited(0, EVERYTHING));
        if (!drafts.insert(draft)) {
            throw Problem.stale(EVERYTHING);
        }
        return draft;
    }

    private StatementDraft store(StatementDraft draft, String ags, long seen) {
        if (!drafts.update(draft, ags, seen)) {
            throw drafts.find(draft.roundId(), ags)
                    .map(now -> now.staleSince(now.fields().since(seen)))
                    .orElseGet(() -> Problem.stale(EVERYTHING));
        }
        return draft;
    }
}
