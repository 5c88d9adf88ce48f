package de.foerderkreis.application.milestone;

import de.foerderkreis.application.facts.PlannedSteps;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.programme.Programmes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the texts of a case what its timetable plans. */
@Component
class PlannedMilestones implements PlannedSteps {

    private final Milestones milestones;
    private final Cases cases;
    private final Programmes programmes;

    PlannedMilestones(Milestones milestones, Cases cases, Programmes programmes) {
        this.milestones = milestones;
        this.cases = cases;
        this.programmes = programmes;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PlannedStep> of(UUID caseId) {
        var programme = programmes.require(cases.require(caseId).programmeCode());
        return milestones.of(caseId).stream()
                .filter(it -> it.status() != MilestoneStatus.DROPPED)
                .map(it ->
                        new PlannedStep(
                                programme.milestone(it.code()).orElseThrow().title().de(),
                                it.planned()))
                .toList();
    }
}
