package de.foerderkreis.application.casepage;

import de.foerderkreis.application.annex.AnnexFolder;
import de.foerderkreis.application.council.CouncilRecord;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.milestone.Timetable;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.application.reference.References;
import de.foerderkreis.application.requirement.RequirementChecklist;
import de.foerderkreis.application.ruling.InformalRulings;
import de.foerderkreis.application.submission.ApplicationProgress;
import de.foerderkreis.application.task.CaseTasks;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers the case page for whoever reads it; a town gets nothing that is the administration's own.
 */
@Service
@Transactional(readOnly = true)
class CaseOverviews {

    private final Cases cases;
    private final Programmes programmes;
    private final RequirementChecklist requirements;
    private final CouncilRecord council;
    private final Timetable timetable;
    private final InformalRulings rulings;
    private final CaseTasks tasks;
    private final AnnexFolder annexes;
    private final ApplicationProgress applications;
    private final References references;
    private final BusinessClock clock;

    CaseOverviews(
            Cases cases,
            Programmes programmes,
            RequirementChecklist requirements,
            CouncilRecord council,
            Timetable timetable,
            InformalRulings rulings,
            CaseTasks tasks,
            AnnexFolder annexes,
            ApplicationProgress applications,
            References references,
            BusinessClock clock) {
        this.cases = cases;
        this.programmes = programmes;
        this.requirements = requirements;
        this.council = council;
        this.timetable = timetable;
        this.rulings = rulings;
        this.tasks = tasks;
        this.annexes = annexes;
        this.applications = applications;
        this.references = references;
        this.clock = clock;
    }

    CaseOverview of(UUID id) {
        var file = cases.require(id);
        var caller = Callers.require();
        var town = caller.kind() == OrganisationKind.MUNICIPALITY ? caller.ags() : null;
        var programme = programmes.require(file.programmeCode());
        var standings = new TreeMap<Integer, ApplicationProgress.Standing>();
        for (var stage : programme.stages()) {
            applications.latestOf(id, stage.no()).ifPresent(it -> standings.put(stage.no(), it));
        }
        return new CaseOverview(
                file,
                programme,
                clock.today(),
                town,
                requirements.of(id),
                town == null ? council.chronicle(id) : council.chronicle(id).told(),
                town == null ? timetable.of(id) : List.of(),
                town == null ? rulings.of(id) : List.of(),
                town == null ? tasks.of(id) : List.of(),
                town == null ? annexes.of(id) : List.of(),
                references.rounds(id),
                references.costPlan(id).orElse(null),
                references.levyEffect(id).orElse(null),
                references.municipalities(),
                standings);
    }
}
