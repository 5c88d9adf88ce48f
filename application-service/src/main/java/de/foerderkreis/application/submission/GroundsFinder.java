package de.foerderkreis.application.submission;

import de.foerderkreis.application.annex.AnnexFolder;
import de.foerderkreis.application.council.CouncilRecord;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.application.reference.References;
import de.foerderkreis.application.requirement.RequirementChecklist;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Gathers what an application stands on. */
@Component
class GroundsFinder {

    private final Applications applications;
    private final Cases cases;
    private final Programmes programmes;
    private final RequirementChecklist requirements;
    private final CouncilRecord council;
    private final AnnexFolder annexes;
    private final References references;

    GroundsFinder(
            Applications applications,
            Cases cases,
            Programmes programmes,
            RequirementChecklist requirements,
            CouncilRecord council,
            AnnexFolder annexes,
            References references) {
        this.applications = applications;
        this.cases = cases;
        this.programmes = programmes;
        this.requirements = requirements;
        this.council = council;
        this.annexes = annexes;
        this.references = references;
    }

    Grounds gather(FundingApplication application, LocalDate submittedOn) {
        var caseId = application.caseId();
        var file = cases.require(caseId);
        return new Grounds(
                file,
                programmes.require(file.programmeCode()),
                application,
                submittedOn,
                requirements.of(caseId),
                council.of(caseId),
                annexes.of(caseId),
                references.costPlan(caseId).orElse(null),
                references.levyEffect(caseId).orElse(null),
                references.rounds(caseId),
                application.stage() == 1 ? null : applications.latest(caseId, 1).orElse(null));
    }
}
