package de.foerderkreis.contracts.finance;

import java.util.List;
import java.util.UUID;

/**
 * Published when the staffing and premises plan of a case was set (F26, F27, F31, F32); key: the
 * case.
 *
 * @param fte funded posts in full-time equivalents, decimal string
 * @param teachers released teachers, in kind, no money
 * @param belowRuling whether the plan stays below the minimum of a recorded ruling
 */
public record StaffingPlanSet(
        UUID caseId,
        UUID planId,
        String fte,
        int teachers,
        int workplaces,
        int rooms,
        List<Post> posts,
        boolean belowRuling,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.finance.v1";

    /**
     * Posts of one category of the programme.
     *
     * @param fte full-time equivalents, decimal string
     */
    public record Post(String category, String fte) {}
}
