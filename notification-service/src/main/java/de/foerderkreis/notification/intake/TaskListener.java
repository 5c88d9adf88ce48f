package de.foerderkreis.notification.intake;

import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.contracts.application.MilestoneChanged;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.contracts.stakeholder.FollowUpClosed;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.notification.recipient.Roles;
import de.foerderkreis.notification.task.Milestone;
import de.foerderkreis.notification.task.Milestones;
import de.foerderkreis.notification.task.StaffingPlans;
import de.foerderkreis.notification.task.Task;
import de.foerderkreis.notification.task.Tasks;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.notification.worklist.Happenings;
import de.foerderkreis.notification.worklist.Happenings.Kind;
import de.foerderkreis.platform.inbox.EventMetadata;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What has to be done on a case, and by when. */
@Component
class TaskListener {

    private final Tasks tasks;
    private final Milestones milestones;
    private final StaffingPlans plans;
    private final Escalation escalation;
    private final Messenger messenger;
    private final Happenings happenings;

    TaskListener(
            Tasks tasks,
            Milestones milestones,
            StaffingPlans plans,
            Escalation escalation,
            Messenger messenger,
            Happenings happenings) {
        this.tasks = tasks;
        this.milestones = milestones;
        this.plans = plans;
        this.escalation = escalation;
        this.messenger = messenger;
        this.happenings = happenings;
    }

    void on(CaseTaskOpened event, EventMetadata meta) {
        open(
                new Task(
                        event.taskId(),
                        event.caseId(),
                        event.kind(),
                        event.title(),
                        Roles.key(event.role()),
                        event.dueOn(),
                        event.page()),
                meta);
    }

    void on(CaseTaskClosed event, EventMetadata meta) {
        close(event.taskId(), meta);
    }

    void on(FollowUpOpened event, EventMetadata meta) {
        open(
                new Task(
                        event.followUpId(),
                        event.caseId(),
                        event.kind(),
                        event.title(),
                        Roles.key(event.role()),
                        event.dueOn(),
                        event.page()),
                meta);
    }

    void on(FollowUpClosed event, EventMetadata meta) {
        close(event.followUpId(), meta);
    }

    void on(MilestoneChanged event, EventMetadata meta) {
        var expected = event.forecastTo() == null ? event.plannedTo() : event.forecastTo();
        milestones.take(
                new Milestone(
                        event.caseId(),
                        event.milestone(),
                        event.title(),
                        event.status(),
                        expected));
        var facts = NoticeFacts.ofCase(event.caseId()).named(event.title());
        switch (event.status()) {
            case "DONE" -> happenings.note(meta, Kind.MILESTONE_DONE, facts);
            case "LATE" -> happenings.note(meta, Kind.MILESTONE_LATE, facts);
            // Planning moves days often; the work list shows them.
            default -> {}
        }
    }

    void on(StaffingPlanSet event, EventMetadata meta) {
        plans.take(event.caseId(), event.belowRuling());
        happenings.note(meta, Kind.STAFFING_PLAN_SET, NoticeFacts.ofCase(event.caseId()));
    }

    private void open(Task task, EventMetadata meta) {
        tasks.open(task);
        escalation.watch(task);
        var facts =
                NoticeFacts.ofCase(task.caseId())
                        .due(task.dueOn())
                        .task(task.title(), task.role(), task.link());
        messenger.tell(meta, Notice.TASK_OPENED, facts, List.of());
    }

    private void close(UUID id, EventMetadata meta) {
        escalation.forget(id);
        tasks.close(id)
                .ifPresent(it ->
                        happenings.note(
                                meta,
                                Kind.TASK_CLOSED,
                                NoticeFacts.ofCase(it.caseId()).named(it.title())));
    }
}
