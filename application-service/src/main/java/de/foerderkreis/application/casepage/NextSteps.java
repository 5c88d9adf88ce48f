package de.foerderkreis.application.casepage;

import de.foerderkreis.application.annex.Annex;
import de.foerderkreis.application.milestone.MilestoneStatus;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.application.requirement.RequirementStatus;
import de.foerderkreis.platform.tenancy.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What comes next in a case, the most urgent first; the page shows the first one large. */
@Component
class NextSteps {

    private final PageTexts texts;

    NextSteps(PageTexts texts) {
        this.texts = texts;
    }

    List<Step> of(CaseOverview it, Caller caller) {
        var steps = new ArrayList<Step>();
        var base = "/vorhaben/" + it.file().id();
        applications(it, caller, base, steps);
        for (var requirement : it.requirements()) {
            if (requirement.status() == RequirementStatus.BREACHED) {
                steps.add(
                        step(
                                base + "/anforderungen/" + requirement.code(),
                                requirement.dueOn(),
                                "breached",
                                requirement.code()));
            }
        }
        for (var milestone : it.milestones()) {
            if (milestone.status() == MilestoneStatus.LATE) {
                steps.add(
                        step(
                                base + "/zeitplan/" + milestone.code(),
                                milestone.planned().to(),
                                "late",
                                milestone.code(),
                                milestone.title()));
            }
        }
        for (var task : it.openTasks()) {
            steps.add(step(task.page(), task.dueOn(), "task", task.title()));
        }
        it.round()
                .filter(round -> !round.closed() && !round.silent().isEmpty())
                .ifPresent(round ->
                        steps.add(
                                step(
                                        "/beteiligung/" + round.id(),
                                        round.dueOn(),
                                        "silent",
                                        round.silent().size())));
        if (it.costPlan() == null) {
            steps.add(step("/finanzen/%s/kosten".formatted(it.file().id()), null, "cost-plan"));
        } else if (it.levyEffect() == null) {
            steps.add(step("/finanzen/%s/umlage".formatted(it.file().id()), null, "levy-effect"));
        }
        if (it.rounds().isEmpty()) {
            steps.add(step("/beteiligung", null, "consult"));
        }
        if (!it.applications().containsKey(1)) {
            var open = it.requirements().size() - it.settledRequirements();
            if (open > 0) {
                steps.add(step(base + "/anforderungen", null, "requirements", open));
            }
            if (it.resolutions().stream().noneMatch(r -> r.allowsToApplyOn(it.today()))) {
                steps.add(step(base + "/gremien", null, "resolution"));
            }
            var missing =
                    it.annexes().stream().filter(a -> a.status() == Annex.State.MISSING).count();
            if (missing > 0) {
                steps.add(step(base + "/unterlagen", null, "annexes", missing));
            }
            steps.add(step(base + "/antrag/1", null, "draft-1"));
        }
        return steps;
    }

    private void applications(CaseOverview it, Caller caller, String base, List<Step> steps) {
        it.applications()
                .forEach((stage, standing) -> {
                    var page = base + "/antrag/" + stage;
                    switch (standing.status()) {
                        case "INTERNAL_REVIEW" ->
                                steps.add(
                                        step(
                                                page,
                                                null,
                                                caller.has("HEAD") ? "approve" : "in-review",
                                                stage));
                        case "READY" -> steps.add(step(page, null, "submit", stage));
                        case "DRAFT" -> steps.add(step(page, null, "draft-open", stage));
                        case "QUERY_OPEN" ->
                                steps.add(step(page, standing.queryDueOn(), "query", stage));
                        case "SUBMITTED", "UNDER_REVIEW" ->
                                steps.add(step(page, null, "waiting", stage));
                        case "REJECTED", "WITHDRAWN" -> steps.add(step(page, null, "again", stage));
                        default -> {
                            if (stage == 1 && !it.applications().containsKey(2)) {
                                steps.add(step(base + "/antrag/2", null, "draft-2"));
                            }
                        }
                    }
                });
    }

    private Step step(String href, @Nullable LocalDate dueOn, String key, Object... args) {
        return new Step(
                texts.say("application.next." + key, args),
                href,
                texts.say("application.next." + key + ".action"),
                dueOn);
    }

    /** One thing to do. */
    record Step(String text, String href, String action, @Nullable LocalDate dueOn) {

        Step {
            Objects.requireNonNull(text);
        }
    }
}
