package de.foerderkreis.notification.worklist;

import de.foerderkreis.notification.reference.Cases;
import de.foerderkreis.notification.task.Cooperation;
import de.foerderkreis.notification.task.Cooperations;
import de.foerderkreis.notification.task.Milestone;
import de.foerderkreis.notification.task.Milestones;
import de.foerderkreis.notification.task.StaffingPlans;
import de.foerderkreis.notification.task.Task;
import de.foerderkreis.notification.task.Tasks;
import de.foerderkreis.notification.worklist.Work.Code;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * What waits on the cases of a district: tasks of the caller's roles, milestones, missing partners.
 * No event names the town a task is for, so a town's role never receives one from here.
 */
@Component
class WorkOnCases {

    /** A milestone further away is a plan and not yet work. */
    private static final Period AHEAD = Period.ofDays(30);

    private final Tasks tasks;
    private final Milestones milestones;
    private final Cooperations cooperations;
    private final StaffingPlans plans;
    private final Cases cases;
    private final BusinessClock clock;

    WorkOnCases(
            Tasks tasks,
            Milestones milestones,
            Cooperations cooperations,
            StaffingPlans plans,
            Cases cases,
            BusinessClock clock) {
        this.tasks = tasks;
        this.milestones = milestones;
        this.cooperations = cooperations;
        this.plans = plans;
        this.cases = cases;
        this.clock = clock;
    }

    List<Work> of(Caller caller) {
        if (caller.kind() == OrganisationKind.PARTNER) {
            return cooperations.missingOf(caller.organisation()).stream()
                    .map(WorkOnCases::confirm)
                    .toList();
        }
        if (caller.kind() != OrganisationKind.DISTRICT) {
            return List.of();
        }
        var work = new ArrayList<Work>();
        work.addAll(tasks(caller.roles()));
        if (caller.has("CLERK")) {
            cooperations.missing().stream().map(WorkOnCases::missing).forEach(work::add);
        }
        if (caller.has("CLERK") || caller.has("HEAD")) {
            milestones.pressing(clock.today().plus(AHEAD)).stream()
                    .map(this::milestone)
                    .forEach(work::add);
        }
        if (Stream.of("CLERK", "HEAD", "TREASURER").anyMatch(caller::has)) {
            work.addAll(tooFewPosts());
        }
        return work;
    }

    private List<Work> tasks(Set<String> roles) {
        var open = tasks.open(roles);
        var title = titles(open.stream().map(Task::caseId).toList());
        return open.stream()
                .map(it ->
                        new Work(
                                Code.TASK,
                                List.of(it.title(), kind(it.kind()), title.apply(it.caseId())),
                                it.dueOn(),
                                it.link(),
                                it.caseId(),
                                null))
                .toList();
    }

    private Work milestone(Milestone milestone) {
        var end = milestone.expectedTo();
        var late =
                milestone.status().equals("LATE") || (end != null && end.isBefore(clock.today()));
        return new Work(
                late ? Code.MILESTONE_LATE : Code.MILESTONE_DUE,
                List.of(milestone.code(), milestone.title()),
                end,
                "/vorhaben/" + milestone.caseId() + "/zeitplan",
                milestone.caseId(),
                null);
    }

    private List<Work> tooFewPosts() {
        var below = plans.belowRuling();
        var title = titles(below);
        return below.stream()
                .map(it ->
                        new Work(
                                Code.STAFFING_BELOW_RULING,
                                List.of(title.apply(it)),
                                null,
                                "/finanzen/" + it + "/stellen",
                                it,
                                null))
                .toList();
    }

    private static Work missing(Cooperation cooperation) {
        return new Work(
                Code.COOPERATION_MISSING,
                List.of(cooperation.name()),
                cooperation.dueOn(),
                "/partner/" + cooperation.partner(),
                cooperation.caseId(),
                null);
    }

    private static Work confirm(Cooperation cooperation) {
        return new Work(
                Code.CONFIRM_COOPERATION,
                List.of(cooperation.name()),
                cooperation.dueOn(),
                "/nachrichten",
                cooperation.caseId(),
                null);
    }

    private Function<UUID, String> titles(Collection<UUID> ids) {
        var known = cases.byIds(ids);
        return id -> {
            var found = known.get(id);
            return found == null ? "" : found.title();
        };
    }

    private static DefaultMessageSourceResolvable kind(String kind) {
        return new DefaultMessageSourceResolvable(
                new String[] {"notification.task." + kind, "notification.task.OTHER"});
    }
}
