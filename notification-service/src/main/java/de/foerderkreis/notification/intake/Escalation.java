package de.foerderkreis.notification.intake;

import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.rhythm.Rhythm;
import de.foerderkreis.notification.rhythm.RhythmSettings;
import de.foerderkreis.notification.task.Task;
import de.foerderkreis.notification.task.Tasks;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.DeadlineHandler;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells the next function of the chain when a task lies some working days longer than its last day,
 * and the one after it when it still lies then.
 */
@Component
class Escalation implements DeadlineHandler {

    static final String DUE = "notification.task-overdue";

    private final RhythmSettings settings;
    private final Tasks tasks;
    private final Messenger messenger;
    private final Deadlines deadlines;
    private final BusinessClock clock;

    Escalation(
            RhythmSettings settings,
            Tasks tasks,
            Messenger messenger,
            Deadlines deadlines,
            BusinessClock clock) {
        this.settings = requireReachable(settings);
        this.tasks = tasks;
        this.messenger = messenger;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Watches a task that was opened or changed. One recorded after its day gets the same patience,
     * counted from today.
     */
    void watch(Task task) {
        var dueOn = task.dueOn();
        if (dueOn == null || told(task, 1).isEmpty()) {
            forget(task.id());
            return;
        }
        schedule(task.id(), laterOf(dueOn), 1);
    }

    /** Nothing more to pass on. */
    void forget(UUID taskId) {
        deadlines.cancel(DUE, taskId.toString());
    }

    @Override
    public String kind() {
        return DUE;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payload) {
        var level = Integer.parseInt(payload);
        tasks.stillOpen(UUID.fromString(subject)).ifPresent(task -> tell(task, level, dueAt));
    }

    private void tell(Task task, int level, Instant dueAt) {
        told(task, level)
                .ifPresent(function ->
                        messenger.tellRole(
                                once(task, level),
                                "TaskOverdue",
                                Notice.TASK_OVERDUE,
                                NoticeFacts.ofCase(task.caseId())
                                        .due(task.dueOn())
                                        .task(task.title(), function.role(), task.link())));
        if (told(task, level + 1).isPresent()) {
            // Counted from today where this comes late, so that two functions are not told at once.
            schedule(task.id(), laterOf(LocalDate.ofInstant(dueAt, BusinessClock.ZONE)), level + 1);
        }
    }

    /** A function nobody has a rule for would be passed the task in silence. */
    static RhythmSettings requireReachable(RhythmSettings settings) {
        var reached =
                NoticeRules.of(Notice.TASK_OVERDUE).stream()
                        .map(NoticeRules.Rule::function)
                        .collect(Collectors.toSet());
        settings.all().stream()
                .flatMap(it -> it.escalation().values().stream())
                .filter(it -> !reached.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new IllegalArgumentException(
                            "foerderkreis.notification.rhythm: escalation to %s reaches nobody; it can go to %s"
                                    .formatted(it, reached));
                });
        return settings;
    }

    private LocalDate laterOf(LocalDate day) {
        var today = clock.today();
        return day.isBefore(today) ? today : day;
    }

    private void schedule(UUID taskId, LocalDate from, int level) {
        deadlines.schedule(
                DUE, taskId.toString(), rhythm().escalationAfter(from), String.valueOf(level));
    }

    /** Who is told at a step of the chain that begins with whom the task is for. */
    private Optional<Function> told(Task task, int level) {
        var function = Function.ofRole(task.role());
        for (var step = 0; step < level; step++) {
            function = function.flatMap(rhythm()::next);
        }
        return function;
    }

    private Rhythm rhythm() {
        return settings.of(Tenancy.district());
    }

    /** The same for the same task, day and step, so that nobody is told of it twice. */
    private static UUID once(Task task, int level) {
        var name = task.id() + "/" + task.dueOn() + "/" + level;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
