package de.foerderkreis.stakeholder.followup;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.reference.CaseThreads;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clerk's list: what is open, put off, or ended with its reason. */
@Service
class FollowUpDesk {

    private final FollowUpRecords records;
    private final FollowUpNotices notices;
    private final CaseThreads threads;
    private final Deadlines deadlines;
    private final Audit audit;
    private final BusinessClock clock;

    FollowUpDesk(
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

    @Transactional(readOnly = true)
    FollowUp require(UUID id) {
        return records.require(id);
    }

    @Transactional(readOnly = true)
    List<FollowUp> list(@Nullable UUID caseId) {
        return caseId == null ? records.all() : records.ofCase(caseId);
    }

    /** Puts it off to a day after today; on that day it comes back. */
    @Transactional
    FollowUp postpone(UUID id, long seen, LocalDate until, String reason) {
        var root = threads.lock(records.require(id).caseId());
        var before = records.require(id);
        before.requireSeen(seen);
        var after = before.postpone(until, reason.strip(), clock.today());
        records.update(after);
        deadlines.schedule(
                FollowUpDeadline.KIND,
                id.toString(),
                until.atStartOfDay(BusinessClock.ZONE).toInstant(),
                "{}");
        audit.record(
                "follow-up.postponed", "follow-up", id.toString(), before, after, after.reason());
        notices.open(root, after);
        return after;
    }

    /** Ends it as done or dropped; one that has its own page is ended there. */
    @Transactional
    FollowUp end(UUID id, long seen, FollowUpStatus how, String reason) {
        var root = threads.lock(records.require(id).caseId());
        var before = records.require(id);
        before.requireSeen(seen);
        if (!before.kind().endsInTheList()) {
            throw Problem.conflict("follow-up-elsewhere", before.page());
        }
        var after = before.end(how, reason.strip(), clock.now());
        records.update(after);
        deadlines.cancel(FollowUpDeadline.KIND, id.toString());
        audit.record(
                how == FollowUpStatus.DONE ? "follow-up.done" : "follow-up.dropped",
                "follow-up",
                id.toString(),
                before,
                after,
                after.reason());
        notices.closed(root, after);
        return after;
    }

    /** The day of a postponed one has come. */
    @Transactional
    void resume(UUID id) {
        var root = threads.lock(records.require(id).caseId());
        var before = records.require(id);
        if (before.status() != FollowUpStatus.POSTPONED) {
            return;
        }
        var after = before.resume();
        records.update(after);
        audit.record("follow-up.resumed", "follow-up", id.toString(), before, after, null);
        notices.open(root, after);
    }
}
