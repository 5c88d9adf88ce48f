package de.foerderkreis.application.submission;

import de.foerderkreis.application.annex.AnnexFolder;
import de.foerderkreis.application.council.Resolution;
import de.foerderkreis.application.fundingcase.FundingCase;
import de.foerderkreis.application.programme.Programme;
import de.foerderkreis.application.reference.References;
import de.foerderkreis.application.requirement.RequirementChecklist;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an application stands on, as it is at one moment: what the guards judge and the
 * snapshot freezes.
 *
 * @param submittedOn day of submission, the day for which effectiveness is judged
 * @param stage1 the latest application of stage 1, for those of stage 2
 */
record Grounds(
        FundingCase file,
        Programme programme,
        FundingApplication application,
        LocalDate submittedOn,
        List<RequirementChecklist.Item> requirements,
        List<Resolution> resolutions,
        List<AnnexFolder.Item> annexes,
        References.@Nullable CostPlan costPlan,
        References.@Nullable LevyEffect levyEffect,
        List<References.Round> rounds,
        @Nullable FundingApplication stage1) {}
