package de.foerderkreis.stakeholder.followup;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import de.foerderkreis.stakeholder.reference.CaseThreads;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other features leave on somebody's work list and take off again. Each act locks the case
 * ({@link CaseThreads}) and joins the transaction it is called in.
 */
@Service
public class FollowUps {

    private final FollowUpRecords records;
    private final FollowUpNotices notices;
    private final CaseThreads threads;
    private final Deadlines deadlines;
    private final Audit audit;
    private final BusinessClock clock;

    FollowUps(
            FollowUpRecords records,
            FollowUpNotices notices,
            CaseThreads threads,
            Deadlines deadlines,
            Audit audit,
            BusinessClock clock) {
        this.records = records;
        this.notices = notices;
        this.threads = threads;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a follow-up and announces {@code FollowUpOpened}.
     *
     * @param title what is to be done, 1 to 300 characters
     * @param role realm role that has to act, for example {@code clerk}
     * @param dueOn day by which, if there is one
     * @param page address in the portal where it is done; {@code {id}} in it becomes the id of the
     *     follow-up
     * @return its id, to close it with
     */
    @Transactional
    public UUID open(
            UUID caseId,
            FollowUpKind kind,
            String title,
            String role,
            @Nullable LocalDate dueOn,
            String page) {
        var root = threads.lock(caseId);
        var id = Ids.next();
        var followUp =
                new FollowUp(
                        id,
                        caseId,
                        kind,
                        title.strip(),
                        role,
                        page.replace("{id}", id.toString()),
                        FollowUpStatus.OPEN,
                        dueOn,
                        null,
                        clock.now(),
                        null,
                        0,
                        FieldVersions.NONE);
        records.insert(followUp);
        audit.record("follow-up.opened", "follow-up", id.toString(), null, followUp, null);
        notices.open(root, followUp);
        return id;
    }

    /**
     * Ends a follow-up as done and announces {@code FollowUpClosed}.
     *
     * @param reason what was decided
     * @throws de.foerderkreis.platform.problem.Problem 404 for an unknown one, 409 {@code
     *     follow-up-ended} for one that has ended
     */
    @Transactional
    public void close(UUID id, String reason) {
        var root = threads.lock(records.require(id).caseId());
        var before = records.require(id);
        var after = before.end(FollowUpStatus.DONE, reason.strip(), clock.now());
        records.update(after);
        deadlines.cancel(FollowUpDeadline.KIND, id.toString());
        audit.record("follow-up.done", "follow-up", id.toString(), before, after, after.reason());
        notices.closed(root, after);
    }
}
