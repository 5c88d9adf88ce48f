package de.foerderkreis.contracts.stakeholder;

import java.util.List;
import java.util.UUID;

/**
 * Published when the district coded the reasons of a town's statement, so that the town can look at
 * the coding and object; key: the round.
 *
 * @param reasons {@code EXTRA_COST, ALREADY_SUFFICIENT, NO_OR_LESS_BENEFIT, STAFF, OTHER}
 */
public record ReasonsCoded(
        UUID roundId,
        UUID caseId,
        UUID statementId,
        String ags,
        List<String> reasons,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
