package de.foerderkreis.contracts.stakeholder;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published when a partner was asked to confirm its cooperation (F45, F46); key: the case.
 *
 * @param partner alias of the partner organisation
 * @param category partner category, for example {@code JOBCENTER}
 * @param dueOn last day for an answer
 */
public record CooperationRequested(
        UUID caseId,
        UUID cooperationId,
        String partner,
        String category,
        LocalDate dueOn,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
