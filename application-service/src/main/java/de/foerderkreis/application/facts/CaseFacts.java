package de.foerderkreis.application.facts;

import de.foerderkreis.application.council.Resolution;
import de.foerderkreis.application.fundingcase.FundingCase;
import de.foerderkreis.application.programme.Programme;
import de.foerderkreis.application.reference.CaseFigures.BodyPosition;
import de.foerderkreis.application.reference.CaseFigures.CostTable;
import de.foerderkreis.application.reference.CaseFigures.LevyTable;
import de.foerderkreis.application.reference.CaseFigures.Ruling;
import de.foerderkreis.application.reference.CaseFigures.Staffing;
import de.foerderkreis.application.reference.CaseFigures.Synopsis;
import de.foerderkreis.application.reference.References.Municipality;
import de.foerderkreis.application.reference.References.Round;
import de.foerderkreis.application.requirement.RequirementChecklist;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the placeholders of a case can speak of, read at one moment.
 *
 * @param round the round on the conception that was sent last
 */
record CaseFacts(
        String district,
        FundingCase file,
        Programme programme,
        @Nullable CostTable costs,
        @Nullable LevyTable levy,
        @Nullable Staffing staffing,
        List<Ruling> rulings,
        List<PlannedSteps.PlannedStep> steps,
        List<BodyPosition> bodyPositions,
        @Nullable Round round,
        @Nullable Synopsis synopsis,
        List<Resolution> resolutions,
        List<RequirementChecklist.Item> requirements,
        Map<String, Municipality> municipalities) {

    String town(String ags) {
        var town = municipalities.get(ags);
        return town == null ? ags : town.name();
    }
}
