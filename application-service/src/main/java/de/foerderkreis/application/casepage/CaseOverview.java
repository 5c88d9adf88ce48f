package de.foerderkreis.application.casepage;

import de.foerderkreis.application.annex.AnnexFolder;
import de.foerderkreis.application.council.Chronicle;
import de.foerderkreis.application.council.Resolution;
import de.foerderkreis.application.fundingcase.FundingCase;
import de.foerderkreis.application.milestone.Timetable;
import de.foerderkreis.application.programme.Programme;
import de.foerderkreis.application.reference.References.CostPlan;
import de.foerderkreis.application.reference.References.LevyEffect;
import de.foerderkreis.application.reference.References.Municipality;
import de.foerderkreis.application.reference.References.Round;
import de.foerderkreis.application.requirement.RequirementChecklist;
import de.foerderkreis.application.ruling.Ruling;
import de.foerderkreis.application.submission.ApplicationProgress.Standing;
import de.foerderkreis.application.task.CaseTask;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the case page tells, gathered at one moment.
 *
 * @param town AGS of the reader's town, absent for readers of the district
 * @param chronicle for towns only what the Kreistag adopted in public
 * @param milestones empty for towns, as rulings and tasks are
 * @param annexes empty for towns
 */
record CaseOverview(
        FundingCase file,
        Programme programme,
        LocalDate today,
        @Nullable String town,
        List<RequirementChecklist.Item> requirements,
        Chronicle chronicle,
        List<Timetable.Step> milestones,
        List<Ruling> rulings,
        List<CaseTask> tasks,
        List<AnnexFolder.Item> annexes,
        List<Round> rounds,
        @Nullable CostPlan costPlan,
        @Nullable LevyEffect levyEffect,
        Map<String, Municipality> municipalities,
        Map<Integer, Standing> applications) {

    /** The round that matters now: the open one, else the last one that was sent. */
    Optional<Round> round() {
        return rounds.stream()
                .filter(it -> !it.closed() && it.asked() > 0)
                .findFirst()
                .or(() -> rounds.stream().filter(it -> it.asked() > 0).findFirst());
    }

    /** What the bodies decided, in the order of their decisions. */
    public List<Resolution> resolutions() {
        return chronicle.resolutions();
    }

    public List<CaseTask> openTasks() {
        return tasks.stream().filter(CaseTask::open).toList();
    }

    /** The milestone that is due or comes first of those that are not done. */
    public Optional<Timetable.Step> nextMilestone() {
        return milestones.stream()
                .filter(it -> !it.status().settled())
                .min(Comparator.comparing(it -> it.expected().from()));
    }

    public long settledRequirements() {
        return requirements.stream().filter(it -> it.status().settled()).count();
    }
}
