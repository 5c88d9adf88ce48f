package de.foerderkreis.application.fundingcase;

import de.foerderkreis.platform.outbox.LockedRoot;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The cases a caller may see; what they may not see does not exist for them (404). */
public interface Cases {

    /** Cases the caller may read, the latest opened first, at most 200. */
    List<FundingCase> readable();

    /** A case the caller may read. */
    FundingCase require(UUID id);

    /** Locks a case for this transaction, so that its events leave in commit order. */
    LockedRoot lock(UUID id);

    /** A case for work without a caller, such as an event or a deadline. */
    FundingCase forSystem(UUID id);

    /**
     * Brings a locked case to a later state and announces it; a case already there or further
     * stays.
     */
    void advance(LockedRoot root, CaseStatus next);

    /** Whether a document belongs to the case. */
    boolean holds(UUID caseId, String documentSha256);

    /**
     * Notes who records now what happened on a day. Being in the past is never a reason to refuse;
     * what lies before the day the case was entered here counts as recorded afterwards.
     */
    Recording recording(UUID caseId, LocalDate happenedOn);
}
