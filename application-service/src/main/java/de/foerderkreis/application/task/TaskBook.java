package de.foerderkreis.application.task;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.task.CaseTask.Kind;
import de.foerderkreis.application.task.CaseTask.Status;
import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes tasks under the lock of their case, so that opening is told before closing. */
@Service
@Transactional
class TaskBook implements CaseTasks {

    /** Realm roles of the district that can be asked to act. */
    static final List<String> ROLES =
            List.of("clerk", "head", "treasurer", "landrat", "council-secretary");

    private final Tasks tasks;
    private final Cases cases;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    TaskBook(Tasks tasks, Cases cases, Outbox outbox, Audit audit, BusinessClock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseTask> of(UUID caseId) {
        cases.require(caseId);
        return tasks.of(caseId);
    }

    @Transactional(readOnly = true)
    CaseTask one(UUID caseId, UUID id) {
        cases.require(caseId);
        return find(caseId, id);
    }

    CaseTask add(UUID caseId, String title, String role, @Nullable LocalDate dueOn) {
        var root = cases.lock(caseId);
        cases.require(caseId);
        if (!ROLES.contains(role)) {
            throw Problem.invalid("role", "unknown-role", role);
        }
        if (dueOn != null && dueOn.isBefore(clock.today())) {
            throw Problem.invalid("dueOn", "task-due-past");
        }
        var id = Ids.next();
        var page = "/vorhaben/%s/aufgaben".formatted(caseId);
        store(root, task(id, caseId, Kind.OTHER, title.strip(), role, dueOn, page), "manual:" + id);
        return find(caseId, id);
    }

    @Override
    public void open(
            LockedRoot root,
            UUID caseId,
            Kind kind,
            String title,
            String role,
            String page,
            String origin) {
        store(root, task(Ids.next(), caseId, kind, title, role, null, page), origin);
    }

    @Override
    public void drop(LockedRoot root, UUID caseId, String origin, String reason) {
        tasks.byOrigin(caseId, origin)
                .filter(CaseTask::open)
                .ifPresent(it -> close(root, it, Status.DROPPED, reason));
    }

    CaseTask close(UUID caseId, UUID id, long version, Status how, @Nullable String reason) {
        var root = cases.lock(caseId);
        cases.require(caseId);
        var before = find(caseId, id);
        if (!before.open()) {
            throw Problem.conflict("task-closed", before.title());
        }
        if (before.version() != version) {
            throw Problem.stale(List.of("status"));
        }
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        if (how == Status.DROPPED && why == null) {
            throw Problem.invalid("reason", "reason-missing");
        }
        close(root, before, how, why);
        return find(caseId, id);
    }

    private void close(LockedRoot root, CaseTask before, Status how, @Nullable String why) {
        var after = before.closed(how, why, clock.today());
        if (!tasks.close(after)) {
            throw Problem.stale(List.of("status"));
        }
        audit.record("task.closed", "task", after.id().toString(), before, after, why);
        outbox.append(
                root,
                CaseTaskClosed.TOPIC,
                new CaseTaskClosed(after.caseId(), after.id(), root.version()));
    }

    private void store(LockedRoot root, CaseTask it, String origin) {
        if (!tasks.insert(it, origin)) {
            return;
        }
        audit.record("task.opened", "task", it.id().toString(), null, it, null);
        outbox.append(
                root,
                CaseTaskOpened.TOPIC,
                new CaseTaskOpened(
                        it.caseId(),
                        it.id(),
                        it.kind().name(),
                        it.title(),
                        it.role(),
                        it.dueOn(),
                        it.page(),
                        root.version()));
    }

    private CaseTask task(
            UUID id,
            UUID caseId,
            Kind kind,
            String title,
            String role,
            @Nullable LocalDate dueOn,
            String page) {
        return new CaseTask(
                id,
                caseId,
                kind,
                title,
                role,
                dueOn,
                page,
                clock.today(),
                Status.OPEN,
                null,
                null,
                0);
    }

    private CaseTask find(UUID caseId, UUID id) {
        return tasks.find(caseId, id).orElseThrow(() -> Problem.notFound("task"));
    }
}
