package de.foerderkreis.finance.staffing;

import java.util.Optional;
import java.util.UUID;

/** Reads the staffing plans of the caller's district. */
public interface StaffingPlans {

    /** The plan as last saved. */
    Optional<StaffingPlan> current(UUID caseId);
}
