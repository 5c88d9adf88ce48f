package de.foerderkreis.finance.costplan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the cost plans of the caller's district. */
public interface CostPlans {

    /** The plan as last saved. */
    Optional<CostPlan> current(UUID caseId);

    /** Exactly this version, whatever came after it. */
    Optional<CostPlan> find(UUID id);

    /** Every version of a case's plan, the newest first. */
    List<CostPlan> versions(UUID caseId);

    /** The current plans of several cases by case. */
    Map<UUID, CostPlan> current(Collection<UUID> caseIds);

    /** Whether the treasurer closed the plan for further changes. */
    boolean locked(UUID caseId);
}
