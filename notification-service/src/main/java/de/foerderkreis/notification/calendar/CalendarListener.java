package de.foerderkreis.notification.calendar;

import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.contracts.application.MilestoneChanged;
import de.foerderkreis.contracts.application.RequirementChanged;
import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.contracts.stakeholder.CooperationRequested;
import de.foerderkreis.contracts.stakeholder.FollowUpClosed;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.contracts.stakeholder.ReplyExtensionDecided;
import de.foerderkreis.notification.calendar.CalendarBook.Readers;
import de.foerderkreis.notification.calendar.CalendarEntry.Kind;
import de.foerderkreis.notification.recipient.Roles;
import de.foerderkreis.notification.task.Milestone;
import de.foerderkreis.notification.task.Task;
import de.foerderkreis.platform.inbox.EventMetadata;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Enters the days that events tell, and takes out what presses no more. */
@Component
public class CalendarListener {

    private static final Set<String> DISTRICT =
            Set.of("CLERK", "HEAD", "TREASURER", "LANDRAT", "COUNCIL_SECRETARY");

    private final CalendarBook book;

    CalendarListener(CalendarBook book) {
        this.book = book;
    }

    public void on(ConsultationOpened event, EventMetadata meta) {
        var towns = event.addressees().stream().map(ConsultationOpened.Addressee::ags).toList();
        book.put(
                round(event.roundId()),
                Kind.ROUND,
                event.title(),
                event.dueOn(),
                "/beteiligung/" + event.roundId(),
                new Readers(DISTRICT, towns, null));
    }

    public void on(ConsultationExtended event, EventMetadata meta) {
        book.move(round(event.roundId()), event.dueOn());
    }

    public void on(ReplyExtensionDecided event, EventMetadata meta) {
        var until = event.until();
        if (until != null) {
            var common = round(event.roundId());
            book.part(common, event.ags(), common + "-" + event.ags(), until);
        }
    }

    public void on(RequirementChanged event, EventMetadata meta) {
        var uid = "requirement-" + event.caseId() + "-" + event.requirement();
        var due = event.dueOn();
        if (!event.status().equals("PROMISED") || due == null) {
            book.remove(uid);
            return;
        }
        book.put(
                uid,
                Kind.PROMISE,
                event.requirement(),
                due,
                "/vorhaben/" + event.caseId() + "/anforderungen",
                Readers.roles("CLERK", "HEAD"));
    }

    public void on(MilestoneChanged event, EventMetadata meta) {
        var expected = event.forecastTo() == null ? event.plannedTo() : event.forecastTo();
        var milestone =
                new Milestone(
                        event.caseId(), event.milestone(), event.title(), event.status(), expected);
        var uid = "milestone-" + event.caseId() + "-" + event.milestone();
        if (!milestone.isAhead() || expected == null) {
            book.remove(uid);
            return;
        }
        book.put(
                uid,
                Kind.MILESTONE,
                milestone.code() + " " + milestone.title(),
                expected,
                "/vorhaben/" + event.caseId() + "/zeitplan",
                new Readers(DISTRICT, Set.of(), null));
    }

    public void on(CaseTaskOpened event, EventMetadata meta) {
        put(
                new Task(
                        event.taskId(),
                        event.caseId(),
                        event.kind(),
                        event.title(),
                        Roles.key(event.role()),
                        event.dueOn(),
                        event.page()));
    }

    public void on(CaseTaskClosed event, EventMetadata meta) {
        book.remove(task(event.taskId()));
    }

    public void on(FollowUpOpened event, EventMetadata meta) {
        put(
                new Task(
                        event.followUpId(),
                        event.caseId(),
                        event.kind(),
                        event.title(),
                        Roles.key(event.role()),
                        event.dueOn(),
                        event.page()));
    }

    public void on(FollowUpClosed event, EventMetadata meta) {
        book.remove(task(event.followUpId()));
    }

    public void on(CooperationRequested event, EventMetadata meta) {
        book.put(
                cooperation(event.cooperationId()),
                Kind.COOPERATION,
                event.partner(),
                event.dueOn(),
                "/partner/" + event.partner(),
                new Readers(Set.of("CLERK"), Set.of(), event.partner()));
    }

    public void on(CooperationConfirmed event, EventMetadata meta) {
        book.remove(cooperation(event.cooperationId()));
    }

    private void put(Task task) {
        var due = task.dueOn();
        if (due == null) {
            book.remove(task(task.id()));
            return;
        }
        book.put(
                task(task.id()),
                Kind.TASK,
                task.title(),
                due,
                task.link(),
                Readers.roles(task.role()));
    }

    private static String round(UUID id) {
        return "round-" + id;
    }

    private static String task(UUID id) {
        return "task-" + id;
    }

    private static String cooperation(UUID id) {
        return "cooperation-" + id;
    }
}
